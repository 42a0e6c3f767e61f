import { Anchor, Group, List, Text } from "@mantine/core";
import type { TemplateProblem } from "../../api/schema.d.ts";
import { Icon } from "../look/icon.tsx";
import { useLanguage, useWords } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";
import { editorWords } from "./editor-words.ts";

type Props = { problems: TemplateProblem[]; onGoTo?: (problem: TemplateProblem) => void };

/** What the gate says, worst first, each with the way to its place. */
export function ProblemList({ problems, onGoTo }: Props) {
  const sorted = problems.toSorted((a, b) => b.severity.localeCompare(a.severity) || a.line - b.line);
  return (
    <List listStyleType="none" spacing={6} size="sm">
      {sorted.map((problem) => (
        <List.Item key={[problem.code, problem.locale, problem.part, problem.line, problem.message.en].join()}>
          <ProblemLine problem={problem} onGoTo={onGoTo} />
        </List.Item>
      ))}
    </List>
  );
}

function ProblemLine({ problem, onGoTo }: { problem: TemplateProblem; onGoTo: Props["onGoTo"] }) {
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const { severity, message } = problem;
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <Text component="span" className={severity === "error" ? "bad" : "waiting"} title={words.severity[severity]}>
        <Icon name={severity === "error" ? "error" : "warn"} size={16} />
      </Text>
      <Text size="sm" component="span">
        <ProblemPlace problem={problem} onGoTo={onGoTo} />
        {saidIn(message, language)}
      </Text>
    </Group>
  );
}

function ProblemPlace({ problem, onGoTo }: { problem: TemplateProblem; onGoTo: Props["onGoTo"] }) {
  const words = useWords(editorWords);
  const place = usePlace(problem);
  if (!place) return null;
  if (!onGoTo)
    return (
      <b>
        {place}
        {words.colon}
      </b>
    );
  return (
    <>
      <Anchor component="button" type="button" size="sm" fw={600} onClick={() => onGoTo(problem)}>
        {place}
      </Anchor>
      {words.colon}
    </>
  );
}

function usePlace(problem: TemplateProblem): string {
  const words = useWords(editorWords);
  const { locale } = problem;
  const language = locale ? (words.localeNames[locale] ?? locale) : "";
  return [language, wherein(problem, words)].filter(Boolean).join(" · ");
}

/** The line of a body, the name of a header field, or the shared file that is to blame. */
function wherein({ file, line, part, locale }: TemplateProblem, words: typeof editorWords.en): string {
  if (file === `${locale}.mjml` && part === "body") return words.goToLine(line);
  if (part !== "template") return words.problemParts[part];
  return file.endsWith(".mjml") ? `${file} · ${words.goToLine(line)}` : "";
}
