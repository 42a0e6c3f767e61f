import { Button, Group, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../data/api.ts";
import { answered } from "../data/request-problem.ts";
import { useProblemText } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";

/** Finds the contact whose values fill the preview, by the exact address. */
export function ContactChoice({ onFound }: { onFound: (contactId: string) => void }) {
  const words = useWords(editorWords);
  const explain = useProblemText();
  const [email, setEmail] = useState("");
  const search = useMutation({
    mutationFn: () => answered(api.GET("/v1/console/contacts", { params: { query: { email, limit: 1 } } })),
    onSuccess: ({ items: [contact] }) => contact && onFound(contact.id),
  });
  const missed = search.isSuccess && search.data.items.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" mt="xs" align="flex-start">
        <TextInput
          size="xs"
          type="email"
          required
          flex={1}
          miw={220}
          aria-label={words.contact}
          placeholder={words.contact}
          description={words.contactHelp}
          inputWrapperOrder={["input", "error", "description"]}
          value={email}
          error={missed ? words.contactNone : search.error && explain(search.error)}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" loading={search.isPending}>
          {words.contactFind}
        </Button>
      </Group>
    </form>
  );
}
