import { SegmentedControl } from "@mantine/core";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";

/** The ways to write a body: they are views of one and the same text. */
export type WritingMode = "code" | "visual";

type Props = { mode: WritingMode; onMode: (mode: WritingMode) => void };

export function WritingModeSwitch({ mode, onMode }: Props) {
  const words = useWords(editorWords);
  const data = Object.entries(words.writingModes).map(([value, label]) => ({ value, label }));
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.writingMode}
      value={mode}
      data={data}
      onChange={(next) => onMode(next as WritingMode)}
    />
  );
}
