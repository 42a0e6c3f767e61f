import { Box, Button, EmptyState, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { Template, TemplateVersion } from "../../api/schema.d.ts";
import { templateByName } from "../data/templates.ts";
import { SidePanel } from "../look/dialog.tsx";
import { Icon } from "../look/icon.tsx";
import { StateMark } from "../look/state-mark.tsx";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { editorWords } from "./editor-words.ts";
import { RollbackButton } from "./rollback-button.tsx";

type Props = { template: Template; editable: boolean };

/** What has been live, newest first, and the way back to each. */
export function VersionsButton({ template, editable }: Props) {
  const words = useWords(editorWords);
  const [open, drawer] = useDisclosure(false);
  const { versions, publishedVersion } = useQuery(templateByName(template.name)).data ?? template;
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  return (
    <>
      <Button variant="default" leftSection={<Icon name="clock" />} onClick={drawer.open}>
        {words.history}
      </Button>
      <SidePanel opened={open} onClose={drawer.close} title={words.history}>
        {newestFirst.length === 0 && (
          <EmptyState icon={<Icon name="clock" size={32} />} description={words.historyEmpty} />
        )}
        <Stack gap="md">
          {newestFirst.map((version) => (
            <VersionRow
              key={version.version}
              name={template.name}
              version={version}
              live={version.version === publishedVersion}
              editable={editable}
            />
          ))}
        </Stack>
      </SidePanel>
    </>
  );
}

type RowProps = { name: string; version: TemplateVersion; live: boolean; editable: boolean };

function VersionRow({ name, version, live, editable }: RowProps) {
  const words = useWords(editorWords);
  const when = useWhen();
  const from = version.rolledBackFrom;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Stack gap={0} className="breakable">
        <Text fw={600}>{words.version(version.version)}</Text>
        <Text size="sm" c="dimmed">
          {words.publishedBy(when.full(version.publishedAt), version.publishedBy)}
        </Text>
        {from !== null && <Text size="sm">{words.rolledBack(from)}</Text>}
      </Stack>
      {live && (
        <Box flex="none">
          <StateMark tone="good">{words.liveNow}</StateMark>
        </Box>
      )}
      {!live && editable && <RollbackButton name={name} version={version.version} />}
    </Group>
  );
}
