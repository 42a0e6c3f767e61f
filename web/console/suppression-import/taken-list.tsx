import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { SuppressionImportStanding } from "../../api/schema.d.ts";
import { StateMark } from "../look/state-mark.tsx";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { importWords } from "./import-words.ts";

type Props = { standing: SuppressionImportStanding; onAnother: () => void };

/** What an import has changed, all its calls together; the same list again changes nothing. */
export function TakenList({ standing, onAnother }: Props) {
  const words = useWords(importWords);
  const when = useWhen();
  const { counts, startedAt, startedBy } = standing;
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-label={words.takenTitle}>
      <Stack gap="sm">
        <StateMark tone="good">{words.takenTitle}</StateMark>
        <Text size="sm">{words.takenText(counts.new + counts.graver, counts.kept, counts.refused)}</Text>
        <Text size="sm" c="dimmed" className="breakable">
          {words.begun(when.full(startedAt), startedBy)}
        </Text>
        <Group>
          <Button component={Link} href="/sending">
            {words.back}
          </Button>
          <Button variant="default" onClick={onAnother}>
            {words.another}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
