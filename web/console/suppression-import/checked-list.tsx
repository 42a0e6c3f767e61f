import { Button, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import { csvText } from "../data/csv.ts";
import { saveAsFile } from "../data/csv-file.ts";
import { useWords } from "../words/language.tsx";
import { importWords } from "./import-words.ts";
import type { LinedRow } from "./list-rows.ts";
import type { ChosenList } from "./read-file.ts";
import type { Tally } from "./tally.ts";

type Props = { list: ChosenList; tally: Tally; taking: boolean; onTake: () => void };

/** What the import would change, before anything is changed. */
export function CheckedList({ list, tally, taking, onTake }: Props) {
  const words = useWords(importWords);
  const { counts, repeated, datesUnread, refused } = tally;
  const lines = [
    words.tally.new(counts.new),
    words.tally.graver(counts.graver),
    words.tally.kept(counts.kept),
    ...(repeated > 0 ? [words.tally.repeated(repeated)] : []),
    ...(refused.length > 0 ? [words.tally.refused(refused.length)] : []),
    ...(datesUnread > 0 ? [words.tally.datesUnread(datesUnread)] : []),
  ];
  const changes = counts.new + counts.graver;
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="list-checked">
      <Stack gap="sm">
        <Title order={2} size="h4" id="list-checked">
          {words.checkedTitle}
        </Title>
        <List size="sm" spacing={4}>
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        {refused.length > 0 && <Refused list={list} refused={refused} />}
        <Text size="sm">{changes > 0 ? words.nothingSent : words.nothingToDo}</Text>
        {changes > 0 && (
          <Group>
            <Button onClick={onTake} loading={taking}>
              {words.take(changes)}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function Refused({ list, refused }: { list: ChosenList; refused: LinedRow[] }) {
  const words = useWords(importWords);
  const reasonOf = ({ row }: LinedRow) => (row.email === "" ? words.noAddress : words.badAddress);
  const save = () => {
    const cellsAt = new Map(list.records.map(({ line, cells }) => [line, cells]));
    const rows = refused.map((each) => [String(each.line), reasonOf(each), ...(cellsAt.get(each.line) ?? [])]);
    saveAsFile(words.refusedFile, csvText([words.line, words.why, ...list.header], rows));
  };
  return (
    <Stack gap={4}>
      {refused.slice(0, 5).map((each) => (
        <Text key={each.line} size="sm" c="dimmed" className="breakable">
          {words.refusedRow(each.line, each.row.email.slice(0, 80), reasonOf(each))}
        </Text>
      ))}
      <Group>
        <Button size="xs" variant="default" onClick={save}>
          {words.saveRefused}
        </Button>
      </Group>
    </Stack>
  );
}
