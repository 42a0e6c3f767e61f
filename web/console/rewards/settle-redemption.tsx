import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { WaitingRedemption } from "../../api/schema.d.ts";
import { cancelRedemption, fulfilRedemption } from "../data/redemptions.ts";
import { Dialog } from "../look/dialog.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { rewardWords } from "./reward-words.ts";

interface Settling {
  item: WaitingRedemption;
  how: "fulfil" | "cancel";
}

/** A button and its dialog: it is done, with a note; or it is called off, for a reason. */
export function SettleRedemption({ item, how }: Settling) {
  const words = useWords(rewardWords);
  const [open, dialog] = useDisclosure(false);
  const isDone = how === "fulfil";
  const name = item.name || item.email || words.erased;
  return (
    <>
      <Button
        size="xs"
        variant={isDone ? "filled" : "default"}
        onClick={dialog.open}
        aria-label={`${isDone ? words.done : words.callOff}: ${name}`}
      >
        {isDone ? words.done : words.callOff}
      </Button>
      <Dialog opened={open} onClose={dialog.close} title={isDone ? words.doneTitle : words.callOffTitle}>
        <SettleForm item={item} how={how} onClose={dialog.close} />
      </Dialog>
    </>
  );
}

function SettleForm({ item, how, onClose }: Settling & { onClose: () => void }) {
  const words = useWords(rewardWords);
  const explain = useProblemText();
  const [said, setSaid] = useState("");
  const settling = useSettling({ item, how }, said.trim(), onClose);
  const isDone = how === "fulfil";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settling.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{isDone ? words.doneText : words.callOffText}</Text>
        <TextInput
          label={isDone ? words.note : words.reason}
          description={isDone ? words.noteHint : undefined}
          required={!isDone}
          minLength={3}
          maxLength={200}
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
        />
        {settling.error && (
          <Text className="bad" size="sm" role="alert">
            {explain(settling.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.back}
          </Button>
          <Button type="submit" loading={settling.isPending}>
            {isDone ? words.done : words.callOff}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSettling({ item, how }: Settling, said: string, onDone: () => void) {
  const words = useWords(rewardWords);
  const queries = useQueryClient();
  const notice = useNotice();
  const which = { contactId: item.contactId, redemptionId: item.id };
  return useMutation({
    mutationFn: () =>
      how === "cancel"
        ? cancelRedemption({ ...which, reason: said })
        : fulfilRedemption({ ...which, ...(said ? { note: said } : {}) }),
    onSuccess: async () => {
      notice({ title: how === "cancel" ? words.calledOff : words.told });
      onDone();
      await Promise.all(["redemptions", "contacts"].map((first) => queries.invalidateQueries({ queryKey: [first] })));
    },
  });
}
