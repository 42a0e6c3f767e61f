import { Box, Button, Group, NativeSelect, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useWords } from "../words/language.tsx";
import type { Columns } from "./columns.ts";
import { importWords } from "./import-words.ts";
import type { ChosenList } from "./read-file.ts";

type Props = {
  list: ChosenList;
  busy: boolean;
  checking: boolean;
  onChange: (columns: Columns) => void;
  onCheck: () => void;
};

/** Which column is what, as it was recognised and as it may be put right, with the first rows as they are understood. */
export function ColumnChoice({ list, busy, checking, onChange, onCheck }: Props) {
  const words = useWords(importWords);
  const { header, columns } = list;
  const names = header.map((name, at) => ({ value: String(at), label: name || words.column(at + 1) }));
  const none = { value: "-1", label: words.noColumn };
  const pick = (part: Partial<Columns>) => onChange({ ...columns, ...part });
  return (
    <Stack gap="sm" component="section" aria-labelledby="list-columns">
      <Title order={2} size="h4" id="list-columns">
        {words.columnsTitle}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {(["email", "reason", "at"] as const).map((part) => (
          <NativeSelect
            key={part}
            label={words.columns[part]}
            disabled={busy}
            data={part === "email" && columns.email >= 0 ? names : [none, ...names]}
            value={String(columns[part])}
            onChange={(event) => pick({ [part]: Number(event.currentTarget.value) })}
          />
        ))}
        <NativeSelect
          label={words.otherwise}
          disabled={busy}
          data={(["manual", "hard-bounce", "complaint"] as const).map((value) => ({
            value,
            label: words.meanings[value],
          }))}
          value={columns.otherwise}
          onChange={(event) => pick({ otherwise: event.currentTarget.value as Columns["otherwise"] })}
        />
      </SimpleGrid>
      <FirstRows list={list} />
      <Group>
        <Button onClick={onCheck} loading={checking} disabled={busy || columns.email < 0}>
          {words.check}
        </Button>
        <Text size="sm" c="dimmed">
          {columns.email < 0 ? words.needsAddress : words.checkHelp}
        </Text>
      </Group>
    </Stack>
  );
}

function FirstRows({ list: { records, columns } }: { list: ChosenList }) {
  const words = useWords(importWords);
  const parts = (["email", "reason", "at"] as const).filter((part) => columns[part] >= 0);
  if (parts.length === 0) return null;
  return (
    <Box>
      <Text size="sm" c="dimmed" mb={4}>
        {words.firstRows}
      </Text>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {parts.map((part) => (
              <Table.Th key={part}>{words.columns[part]}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.slice(0, 3).map(({ line, cells }) => (
            <Table.Tr key={line}>
              {parts.map((part) => (
                <Table.Td key={part} className="breakable">
                  {(cells[columns[part]] ?? "").slice(0, 120)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
