import { Box } from "@mantine/core";
import type { TemplateField, TemplateProblem } from "../../api/schema.d.ts";
import { StateMark } from "../look/state-mark.tsx";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import { ProblemList } from "./problem-list.tsx";

type Props = {
  problems: TemplateProblem[] | undefined;
  fields: TemplateField[] | undefined;
  onGoTo: (problem: TemplateProblem) => void;
};

/** What is wrong right now; it stands beside the code, so that the code does not jump while somebody types. */
export function ProblemPanel({ problems, fields, onGoTo }: Props) {
  const words = useWords(editorWords);
  if (!problems) return null;
  return (
    <Box component="section" aria-label={words.problems(problems.length)} aria-live="polite" className="problem-panel">
      {problems.length === 0 ? (
        <StateMark tone="good">{words.noProblems}</StateMark>
      ) : (
        <ProblemList problems={problems} fields={fields} onGoTo={onGoTo} />
      )}
    </Box>
  );
}
