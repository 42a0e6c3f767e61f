import { Box, EmptyState, Paper, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReconciledDay } from "../../api/schema.d.ts";
import { reconciledDays } from "../data/mail.ts";
import { Icon } from "../look/icon.tsx";
import { StateMark } from "../look/state-mark.tsx";
import { Failure } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { NightButton } from "./night-button.tsx";
import { nightsWords } from "./nights-words.ts";

/** The last fourteen nights: whether our books and the mail service's reports agreed. */
export function Nights() {
  const words = useWords(nightsWords);
  return (
    <Stack component="section" gap="sm" mt="xl" aria-labelledby="nights">
      <Box maw={720}>
        <Title order={2} size="h4" id="nights">
          {words.title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {words.text}
        </Text>
      </Box>
      <NightList />
    </Stack>
  );
}

function NightList() {
  const words = useWords(nightsWords);
  const list = useQuery(reconciledDays);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton height={120} />;
  const { items } = list.data;
  if (items.length > 0) return <NightTable days={items} />;
  return (
    <Paper withBorder p="xl">
      <EmptyState icon={<Icon name="clock" size={32} />} title={words.noneTitle} description={words.noneText} />
    </Paper>
  );
}

function NightTable({ days }: { days: ReconciledDay[] }) {
  const words = useWords(nightsWords);
  return (
    <Paper withBorder>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.day}</Table.Th>
            <Table.Th visibleFrom="sm">{words.mails}</Table.Th>
            <Table.Th>{words.result}</Table.Th>
            <Table.Th w={96}>{words.look}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((day) => (
            <NightRow key={day.day} night={day} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function NightRow({ night }: { night: ReconciledDay }) {
  const words = useWords(nightsWords);
  const mails = <MailCount night={night} />;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {night.day}
        </Text>
        <Box hiddenFrom="sm">{mails}</Box>
      </Table.Td>
      <Table.Td visibleFrom="sm">{mails}</Table.Td>
      <Table.Td>
        <StateMark tone={night.found > 0 ? "bad" : "good"}>
          {night.found > 0 ? words.differ(night.found) : words.agree}
        </StateMark>
      </Table.Td>
      <Table.Td>
        <NightButton night={night} />
      </Table.Td>
    </Table.Tr>
  );
}

function MailCount({ night: { lanes } }: { night: ReconciledDay }) {
  const words = useWords(nightsWords);
  const sum = (name: "intended" | "submitted") => lanes.reduce((total, lane) => total + lane[name], 0);
  return (
    <Text size="sm" c="dimmed">
      {sum("intended") > 0 ? words.mailsOf(sum("submitted"), sum("intended")) : words.noMail}
    </Text>
  );
}
