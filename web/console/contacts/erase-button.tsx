import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { eraseContact } from "../data/contacts.ts";
import { problemOf } from "../data/request-problem.ts";
import { Dialog } from "../look/dialog.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { personDataWords } from "./person-data-words.ts";

type Props = { id: string; email: string };

/** Erases a person, after saying what goes and what stays, and asking for the address. */
export function EraseButton({ id, email }: Props) {
  const words = useWords(personDataWords);
  const [open, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="outline" color="red" onClick={dialog.open}>
        {words.erase}
      </Button>
      <Dialog opened={open} onClose={dialog.close} title={words.eraseTitle}>
        <EraseForm id={id} email={email} onCancel={dialog.close} />
      </Dialog>
    </>
  );
}

function EraseForm({ id, email, onCancel }: Props & { onCancel: () => void }) {
  const words = useWords(personDataWords);
  const explain = useProblemText();
  const notice = useNotice();
  const queries = useQueryClient();
  const [confirmation, setConfirmation] = useState("");
  const erasing = useMutation({
    mutationFn: () => eraseContact(id, confirmation),
    onSuccess: async () => {
      notice({ title: words.begun });
      await queries.invalidateQueries({ queryKey: ["contacts"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erasing.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{words.goes}</Text>
        <Text size="sm">{words.stays}</Text>
        <Text size="sm">{words.backups}</Text>
        <TextInput
          label={words.confirmation(email)}
          required
          autoComplete="off"
          value={confirmation}
          onChange={(event) => setConfirmation(event.currentTarget.value)}
        />
        {erasing.error && (
          <Text className="bad" size="sm" role="alert">
            {words.refusals[problemOf(erasing.error)?.code ?? ""] ?? explain(erasing.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" variant="outline" color="red" loading={erasing.isPending}>
            {words.eraseNow}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
