import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { suppressAddress } from "../data/suppressions.ts";
import { Dialog } from "../look/dialog.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { suppressionWords } from "./suppression-words.ts";
import { useSuppressionChange } from "./use-suppression-change.ts";

/** Adds one address by hand; the reason is asked for because somebody will want to know it. */
export function SuppressButton() {
  const words = useWords(suppressionWords);
  const [open, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {words.add}
      </Button>
      <Dialog opened={open} onClose={dialog.close} title={words.addTitle}>
        <SuppressForm onDone={dialog.close} />
      </Dialog>
    </>
  );
}

function SuppressForm({ onDone }: { onDone: () => void }) {
  const words = useWords(suppressionWords);
  const explain = useProblemText();
  const [email, setEmail] = useState("");
  const [note, setNote] = useState("");
  const adding = useSuppressionChange(suppressAddress, (added) => words.added(added.email), onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate({ email, note });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{words.addText}</Text>
        <TextInput
          label={words.address}
          type="email"
          required
          maxLength={320}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label={words.reason}
          required
          minLength={3}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {adding.error && (
          <Text className="bad" size="sm" role="alert">
            {explain(adding.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {words.suppress}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
