import { Box, Table, Text } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { TemplateSummary } from "../../api/schema.d.ts";
import { StateMark, type Tone } from "../look/state-mark.tsx";
import { useLanguage, useWords } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";
import { useWhen } from "../words/when.ts";
import { templatesWords } from "./templates-words.ts";

const tones: Record<TemplateSummary["draftState"], Tone> = {
  none: "good",
  changed: "waiting",
  "never-published": "quiet",
};

export function TemplateTable({ templates }: { templates: TemplateSummary[] }) {
  const words = useWords(templatesWords);
  return (
    <Table verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.email}</Table.Th>
          <Table.Th visibleFrom="sm">{words.kind}</Table.Th>
          <Table.Th>{words.state}</Table.Th>
          <Table.Th visibleFrom="md">{words.live}</Table.Th>
          <Table.Th visibleFrom="md">{words.changed}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {templates.map((template) => (
          <TemplateRow key={template.name} template={template} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function TemplateRow({ template }: { template: TemplateSummary }) {
  const words = useWords(templatesWords);
  const { language } = useLanguage();
  const when = useWhen();
  const [, go] = useLocation();
  const path = `/templates/${template.name}`;
  return (
    <Table.Tr className="row-link" onClick={() => go(path)}>
      <Table.Td>
        <Box>
          <Link href={path} onClick={(event) => event.stopPropagation()}>
            {saidIn(template.title, language)}
          </Link>
          <Text size="xs" c="dimmed">
            {template.name}
          </Text>
        </Box>
      </Table.Td>
      <Table.Td visibleFrom="sm" title={words.kindHelp[template.kind]}>
        {words.kinds[template.kind]}
      </Table.Td>
      <Table.Td>
        <StateMark tone={tones[template.draftState]}>{words.states[template.draftState]}</StateMark>
      </Table.Td>
      <Table.Td visibleFrom="md">{words.version(template.publishedVersion)}</Table.Td>
      <Table.Td visibleFrom="md" title={when.full(template.updatedAt)}>
        <Text size="sm" c="dimmed">
          {words.by(when.ago(template.updatedAt), template.updatedBy)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
