import { Box, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Template, TemplateProblem } from "../../api/schema.d.ts";
import { type PreviewRequest, templateByName } from "../data/templates.ts";
import { useLanguage, useWords } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";
import { editorWords } from "./editor-words.ts";
import { PublishButton } from "./publish-button.tsx";
import { SaveState } from "./save-state.tsx";
import { TestButton } from "./test-button.tsx";
import type { Draft } from "./use-draft.ts";
import { VersionsButton } from "./versions-button.tsx";

type Props = {
  template: Template;
  draft: Draft;
  request: PreviewRequest;
  editable: boolean;
  onGoTo: (problem: TemplateProblem) => void;
};

export function EditorHeader({ template, draft, request, editable, onGoTo }: Props) {
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const title = saidIn(draft.source.title, language);
  const server = useQuery(templateByName(template.name)).data ?? template;
  const unchanged = !server.changed && server.revision === draft.revision && draft.status === "saved";
  useEffect(() => {
    document.title = `${title} · Tastemaker`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <Box>
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text size="sm" c="dimmed" maw={560}>
          {saidIn(draft.source.description, language)}
        </Text>
        <Group gap="md" mt={4}>
          <Text size="sm">{words.live(server.publishedVersion)}</Text>
          {editable && <SaveState draft={draft} unchanged={unchanged} />}
        </Group>
      </Box>
      <Group gap="xs">
        <VersionsButton template={template} editable={editable} />
        {editable && <TestButton name={template.name} request={request} />}
        {editable && (
          <PublishButton name={template.name} draft={draft} next={next(server)} unchanged={unchanged} onGoTo={onGoTo} />
        )}
      </Group>
    </Group>
  );
}

function next({ versions }: Template): number {
  return Math.max(0, ...versions.map(({ version }) => version)) + 1;
}
