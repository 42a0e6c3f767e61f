import { Button, Group } from "@mantine/core";
import { StateMark, type Tone } from "../look/state-mark.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import type { DraftStatus } from "./draft-state.ts";
import { editorWords } from "./editor-words.ts";
import type { Draft } from "./use-draft.ts";

const tones: Record<DraftStatus, Tone> = {
  saved: "good",
  waiting: "quiet",
  saving: "quiet",
  failed: "bad",
  conflict: "bad",
};

/** `unchanged`: the live version says the same. */
type Props = { draft: Draft; unchanged?: boolean };

/** Always tells whether the text is safe, in words, and is read out when it changes. */
export function SaveState({ draft, unchanged = false }: Props) {
  const words = useWords(editorWords);
  const say = useSaveWords(draft, unchanged);
  return (
    <Group gap="xs" role="status">
      <StateMark tone={tones[draft.status]}>{say}</StateMark>
      {draft.status === "failed" && (
        <Button size="compact-xs" variant="default" onClick={() => void draft.save()}>
          {words.saveNow}
        </Button>
      )}
    </Group>
  );
}

function useSaveWords({ status, savedAt, error }: Draft, unchanged: boolean): string {
  const words = useWords(editorWords);
  const when = useWhen();
  const explain = useProblemText();
  if (status === "saved") return unchanged || !savedAt ? words.unchanged : words.saved(when.ago(savedAt));
  if (status === "failed") return words.failed(explain(error));
  if (status === "conflict") return words.conflictShort;
  return words[status];
}
