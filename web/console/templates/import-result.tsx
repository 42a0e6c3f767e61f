import { Box, Group, List, Text, Title } from "@mantine/core";
import type { ImportedTemplate, ImportRemark, TemplateProblem, TemplateVariable } from "../../api/schema.d.ts";
import { StateMark } from "../look/state-mark.tsx";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import { ImportSave } from "./import-save.tsx";
import { importWords } from "./import-words.ts";
import { firstChoice } from "./preview-choice.ts";
import { PreviewPane } from "./preview-pane.tsx";
import { ProblemList } from "./problem-list.tsx";
import { usePreview } from "./use-preview.ts";

/** What an import would save: what was lost on the way, what the gate would say, and the mail itself. */
export function ImportResult({ name, imported }: { name: string; imported: ImportedTemplate }) {
  const { source, remarks } = imported;
  const words = useWords(importWords);
  const preview = usePreview(name, { source, locale: "en", data: { kind: "sample" } });
  const errors = preview.data?.problems.filter(({ severity }) => severity === "error");
  return (
    <>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {words.result}
        </Title>
        <ImportSave name={name} source={source} />
      </Group>
      <Report remarks={remarks} />
      <Gate errors={errors} />
      <Variables variables={source.variables} />
      <PreviewPane preview={preview} locale="en" choice={firstChoice} />
    </>
  );
}

/** What concerns the template as a whole. */
const placeless = new Set<ImportRemark["code"]>(["no-subject", "text-part", "footer"]);

function Report({ remarks }: { remarks: ImportRemark[] }) {
  const words = useWords(importWords);
  const { goToLine, colon } = useWords(editorWords);
  const sorted = remarks.toSorted((a, b) => a.line - b.line);
  return (
    <Box component="section" aria-label={words.report(remarks.length)} className="breakable">
      <StateMark tone={remarks.length === 0 ? "good" : "waiting"}>{words.report(remarks.length)}</StateMark>
      <List size="sm" spacing={4} mt="xs" listStyleType="none">
        {sorted.map(({ code, what, line }) => (
          <List.Item key={[code, what, line].join()}>
            {!placeless.has(code) && <b>{`${goToLine(line)}${colon}`}</b>}
            {words.remarks[code](what)}
          </List.Item>
        ))}
      </List>
    </Box>
  );
}

function Gate({ errors }: { errors: TemplateProblem[] | undefined }) {
  const words = useWords(importWords);
  if (!errors) return null;
  if (errors.length === 0) return <StateMark tone="good">{words.gateClear}</StateMark>;
  return (
    <Box component="section" aria-label={words.gate}>
      <Text fw={600} size="sm">
        {words.gate}
      </Text>
      <ProblemList problems={errors} />
    </Box>
  );
}

function Variables({ variables }: { variables: TemplateVariable[] }) {
  const words = useWords(importWords);
  if (variables.length === 0) return null;
  return (
    <Box>
      <Text fw={600} size="sm">
        {words.variables}
      </Text>
      <Text size="xs" c="dimmed" mb={4}>
        {words.variablesHelp}
      </Text>
      <Group gap={6}>
        {variables.map(({ name, type }) => (
          <Text key={name} component="span" size="sm" ff="monospace">
            {`${name}: ${type}`}
          </Text>
        ))}
      </Group>
    </Box>
  );
}
