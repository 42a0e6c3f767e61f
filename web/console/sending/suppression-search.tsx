import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Icon } from "../look/icon.tsx";
import { useWords } from "../words/language.tsx";
import { suppressionWords } from "./suppression-words.ts";

type Props = { searched: string; onSearch: (email: string) => void };

/** Finds one address by its exact spelling. */
export function SuppressionSearch({ searched, onSearch }: Props) {
  const words = useWords(suppressionWords);
  const [wanted, setWanted] = useState(searched);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(wanted.trim());
  };
  const clear = () => {
    setWanted("");
    onSearch("");
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs">
        <TextInput
          aria-label={words.find}
          placeholder={words.find}
          type="email"
          miw={{ base: 200, xs: 240 }}
          flex={1}
          leftSection={<Icon name="search" size={16} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {words.search}
        </Button>
        {searched && (
          <Button variant="subtle" onClick={clear}>
            {words.clear}
          </Button>
        )}
      </Group>
    </form>
  );
}
