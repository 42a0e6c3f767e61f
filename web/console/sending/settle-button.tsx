import { Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SettleUnknownMail, UnknownMail } from "../../api/schema.d.ts";
import { settleUnknownMail } from "../data/mail.ts";
import { problemOf } from "../data/request-problem.ts";
import { Dialog } from "../look/dialog.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useTemplateTitle } from "../templates/use-template-title.ts";
import { useWords } from "../words/language.tsx";
import { settleWords } from "./settle-words.ts";

const DECISIONS = ["arrived", "not-sent", "once-more"] as const satisfies SettleUnknownMail["decision"][];

/** Asks what an unclear mail is to be taken for; the answer is a person's, and the reason is kept. */
export function SettleButton({ mail }: { mail: UnknownMail }) {
  const words = useWords(settleWords);
  const [open, dialog] = useDisclosure(false);
  const who = mail.name || mail.email || words.somebody;
  return (
    <>
      <Button size="xs" variant="default" aria-label={words.decideFor(who)} onClick={dialog.open}>
        {words.act}
      </Button>
      <Dialog opened={open} onClose={dialog.close} title={words.title}>
        <SettleForm mail={mail} who={who} onDone={dialog.close} />
      </Dialog>
    </>
  );
}

function SettleForm({ mail, who, onDone }: { mail: UnknownMail; who: string; onDone: () => void }) {
  const words = useWords(settleWords);
  const explain = useSettleProblem();
  const titleOf = useTemplateTitle();
  const [decision, setDecision] = useState<SettleUnknownMail["decision"] | "">("");
  const [because, setBecause] = useState("");
  const settling = useSettling(onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { contactId, id } = mail;
    if (decision) settling.mutate({ contactId, id, decision, because });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{words.text(titleOf(mail.template), who)}</Text>
        <Radio.Group
          label={words.choice}
          required
          value={decision}
          onChange={(value) => setDecision(value as SettleUnknownMail["decision"])}
        >
          <Stack gap="xs" mt={6}>
            {DECISIONS.map((each) => (
              <Radio key={each} value={each} label={words.choices[each].label} description={words.choices[each].hint} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={words.because}
          required
          minLength={3}
          maxLength={200}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        {settling.error && (
          <Text className="bad" size="sm" role="alert">
            {explain(settling.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={!decision} loading={settling.isPending}>
            {words.settle}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSettling(onDone: () => void) {
  const words = useWords(settleWords);
  const notice = useNotice();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: settleUnknownMail,
    onSuccess: async (_, { decision }) => {
      notice({ title: words.done[decision] });
      onDone();
      await Promise.all([["mail", "unknown"], ["contacts"]].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}

/** The refusals that belong to this act, in the reader's language. */
function useSettleProblem(): (error: unknown) => string {
  const words = useWords(settleWords);
  const explain = useProblemText();
  return (error) => words.problems[problemOf(error)?.code ?? ""] ?? explain(error);
}
