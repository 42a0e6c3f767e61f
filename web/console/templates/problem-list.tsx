import { Anchor, Group, List, Text } from "@mantine/core";
import type { TemplateField, TemplateProblem } from "../../api/schema.d.ts";
import { Icon } from "../look/icon.tsx";
import { useLanguage, useWords } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";
import { editorWords } from "./editor-words.ts";
import { fieldLabel } from "./fields/field-label.ts";

type Props = {
  problems: TemplateProblem[];
  /** The fields of the email, for problems that are in one of them. */
  fields?: TemplateField[] | undefined;
  onGoTo?: (problem: TemplateProblem) => void;
};

/** What the gate says, worst first, each with the way to its place. */
export function ProblemList({ problems, fields = [], onGoTo }: Props) {
  const sorted = problems.toSorted((a, b) => b.severity.localeCompare(a.severity) || a.line - b.line);
  return (
    <List listStyleType="none" spacing={6} size="sm">
      {sorted.map((problem) => (
        <List.Item
          key={[problem.code, problem.locale, problem.part, problem.line, problem.field, problem.message.en].join()}
        >
          <ProblemLine problem={problem} fields={fields} onGoTo={onGoTo} />
        </List.Item>
      ))}
    </List>
  );
}

type LineProps = { problem: TemplateProblem; fields: TemplateField[]; onGoTo: Props["onGoTo"] };

function ProblemLine({ problem, fields, onGoTo }: LineProps) {
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const { severity, message } = problem;
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <Text component="span" className={severity === "error" ? "bad" : "waiting"} title={words.severity[severity]}>
        <Icon name={severity === "error" ? "error" : "warn"} size={16} />
      </Text>
      <Text size="sm" component="span">
        <ProblemPlace problem={problem} fields={fields} onGoTo={onGoTo} />
        {saidIn(message, language)}
      </Text>
    </Group>
  );
}

function ProblemPlace({ problem, fields, onGoTo }: LineProps) {
  const words = useWords(editorWords);
  const place = usePlace(problem, fields);
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

function usePlace(problem: TemplateProblem, fields: TemplateField[]): string {
  const words = useWords(editorWords);
  const own = useLanguage().language;
  const { locale, field } = problem;
  const language = locale ? (words.localeNames[locale] ?? locale) : "";
  const where = field ? fieldLabel(field, fields, own) : wherein(problem, words);
  return [language, where].filter(Boolean).join(" · ");
}

/** The line of a body, the name of a header field, or the shared file that is to blame. */
function wherein({ file, line, part, locale }: TemplateProblem, words: typeof editorWords.en): string {
  if (file === `${locale}.mjml` && part === "body") return words.goToLine(line);
  if (part !== "template") return words.problemParts[part];
  return file.endsWith(".mjml") ? `${file} · ${words.goToLine(line)}` : "";
}
