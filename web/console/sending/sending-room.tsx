import { Box, Button, EmptyState, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { unknownMail } from "../data/mail.ts";
import { maySettle } from "../data/session.ts";
import { Icon } from "../look/icon.tsx";
import { RoomHeader } from "../look/room-header.tsx";
import { Failure } from "../shell/failure.tsx";
import { useStaff } from "../shell/session-gate.tsx";
import { useWords } from "../words/language.tsx";
import { HeldSources } from "./held-sources.tsx";
import { Nights } from "./nights.tsx";
import { Readiness } from "./readiness.tsx";
import { sendingWords } from "./sending-words.ts";
import { SuppressedAddresses } from "./suppressed-addresses.tsx";
import { UnclearTable } from "./unclear-table.tsx";

export function SendingRoom() {
  const words = useWords(sendingWords);
  return (
    <>
      <RoomHeader title={words.title} intro={words.intro} />
      <HeldSources />
      <Readiness />
      <Stack component="section" gap="sm" mt="xl" aria-labelledby="unclear-mails">
        <Box maw={720}>
          <Title order={2} size="h4" id="unclear-mails">
            {words.unclearTitle}
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            {words.unclearText}
          </Text>
        </Box>
        <Unclear />
      </Stack>
      <Nights />
      <SuppressedAddresses />
    </>
  );
}

function Unclear() {
  const words = useWords(sendingWords);
  const { role } = useStaff();
  const list = useInfiniteQuery(unknownMail);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton height={120} />;
  const mails = list.data.pages.flatMap(({ items }) => items);
  if (mails.length === 0 && !list.hasNextPage) return <NothingUnclear />;
  return (
    <Paper withBorder>
      <UnclearTable mails={mails} maySettle={maySettle(role)} />
      {list.hasNextPage && (
        <Group justify="center" p="sm">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {words.more}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

function NothingUnclear() {
  const words = useWords(sendingWords);
  return (
    <Paper withBorder p="xl">
      <EmptyState icon={<Icon name="check" size={32} />} title={words.noneTitle} description={words.noneText} />
    </Paper>
  );
}
