import { SegmentedControl } from "@mantine/core";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";

/** The ways to write a body: they are views of one and the same text. */
export type WritingMode = "content" | "code" | "visual";

type Props = {
  mode: WritingMode;
  /** While the design is locked, code can only be read. */
  locked: boolean;
  onMode: (mode: WritingMode) => void;
};

export function WritingModeSwitch({ mode, locked, onMode }: Props) {
  const words = useWords(editorWords);
  const modes = Object.entries(words.writingModes).filter(([value]) => !locked || value !== "visual");
  const data = modes.map(([value, label]) => ({ value, label }));
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
