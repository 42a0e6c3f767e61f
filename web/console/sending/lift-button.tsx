import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import type { SuppressedAddress } from "../../api/schema.d.ts";
import { liftSuppression } from "../data/suppressions.ts";
import { Dialog } from "../look/dialog.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { suppressionWords } from "./suppression-words.ts";
import { useSuppressionChange } from "./use-suppression-change.ts";

/** Lets mail reach an address again, after asking once; after a bounce or complaint it asks for more. */
export function LiftButton({ address }: { address: SuppressedAddress }) {
  const words = useWords(suppressionWords);
  const [open, dialog] = useDisclosure(false);
  const { email, reason } = address;
  return (
    <>
      <Button size="xs" variant="default" aria-label={words.liftOf(email)} onClick={dialog.open}>
        {words.lift}
      </Button>
      <Dialog opened={open} onClose={dialog.close} title={words.liftTitle}>
        <LiftForm email={email} reason={reason} onDone={dialog.close} />
      </Dialog>
    </>
  );
}

type FormProps = Pick<SuppressedAddress, "email" | "reason"> & { onDone: () => void };

function LiftForm({ email, reason, onDone }: FormProps) {
  const words = useWords(suppressionWords);
  const explain = useProblemText();
  const isRisky = reason === "hard-bounce" || reason === "complaint";
  const [confirmation, setConfirmation] = useState("");
  const [because, setBecause] = useState("");
  const lifting = useSuppressionChange(liftSuppression, (lifted) => words.lifted(lifted.email), onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    lifting.mutate({ email, ...(confirmation && { confirmation }), ...(because && { because }) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{words.liftTexts[reason](email)}</Text>
        {isRisky && (
          <TextInput
            label={words.confirmation(email)}
            required
            autoComplete="off"
            value={confirmation}
            onChange={(event) => setConfirmation(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={words.because}
          required={isRisky}
          minLength={3}
          maxLength={200}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        {lifting.error && (
          <Text className="bad" size="sm" role="alert">
            {explain(lifting.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={lifting.isPending}>
            {words.liftNow}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
