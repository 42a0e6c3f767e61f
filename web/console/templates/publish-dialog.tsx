import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { TemplateProblem } from "../../api/schema.d.ts";
import { problemOf } from "../data/request-problem.ts";
import { publishTemplate } from "../data/templates.ts";
import { Dialog } from "../look/dialog.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import { ProblemList } from "./problem-list.tsx";
import { SaveState } from "./save-state.tsx";
import type { Draft } from "./use-draft.ts";

type Props = {
  name: string;
  draft: Draft;
  next: number;
  /** The live version says the same already. */
  unchanged: boolean;
  onClose: () => void;
  onGoTo: (problem: TemplateProblem) => void;
};

/** Asks once, publishes, and lets the gate explain itself when it refuses. */
export function PublishDialog({ name, draft, next, unchanged, onClose, onGoTo }: Props) {
  const words = useWords(editorWords);
  const publish = usePublish(name, draft.revision, onClose);
  const { status, save } = draft;
  useEffect(() => {
    if (status === "waiting") void save();
  }, [status, save]);
  return (
    <Dialog opened onClose={onClose} title={words.publishTitle} size="lg">
      <Stack>
        <Text size="sm">{unchanged ? words.nothingToPublish : words.publishText(next)}</Text>
        {status !== "saved" && <SaveState draft={draft} />}
        {publish.isPending && <Text role="status">{words.publishing}</Text>}
        {publish.error && <Refusal error={publish.error} onGoTo={onGoTo} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            disabled={unchanged || status !== "saved"}
            loading={publish.isPending}
            onClick={() => publish.mutate()}
          >
            {words.publish}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function usePublish(name: string, revision: number, onDone: () => void) {
  const words = useWords(editorWords);
  const queries = useQueryClient();
  const notice = useNotice();
  return useMutation({
    mutationFn: () => publishTemplate(name, revision),
    onSuccess: async ({ version }) => {
      notice({ title: words.published(version) });
      onDone();
      await queries.invalidateQueries({ queryKey: ["templates"] });
    },
  });
}

function Refusal({ error, onGoTo }: { error: unknown; onGoTo: Props["onGoTo"] }) {
  const words = useWords(editorWords);
  const explain = useProblemText();
  const problems = problemsOf(error);
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      title={problems.length > 0 ? words.publishBlocked : explain(error)}
    >
      {problems.length > 0 && <ProblemList problems={problems} onGoTo={onGoTo} />}
    </Alert>
  );
}

function problemsOf(error: unknown): TemplateProblem[] {
  const problem = problemOf(error);
  return problem && "problems" in problem ? (problem.problems as TemplateProblem[]) : [];
}
