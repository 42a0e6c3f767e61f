import { Box, Button, EmptyState, Group, SegmentedControl, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { contactTimeline, type TimelineFilter } from "../data/contacts.ts";
import { Icon } from "../look/icon.tsx";
import { Failure } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { contactWords } from "./contact-words.ts";
import { TimelineRow } from "./timeline-row.tsx";

/** Everything that happened to or was decided about one person, newest first, in plain words. */
export function ContactTimeline({ id }: { id: string }) {
  const words = useWords(contactWords);
  const [filter, setFilter] = useState<TimelineFilter>("all");
  return (
    <Box component="section" aria-labelledby="timeline" miw={0}>
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2} size="h4" id="timeline">
          {words.timeline}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={words.filter}
          value={filter}
          data={Object.entries(words.filters).map(([value, label]) => ({ value, label }))}
          onChange={(next) => setFilter(next as TimelineFilter)}
        />
      </Group>
      <Rows id={id} filter={filter} />
    </Box>
  );
}

function Rows({ id, filter }: { id: string; filter: TimelineFilter }) {
  const words = useWords(contactWords);
  const timeline = useInfiniteQuery(contactTimeline(id, filter));
  if (timeline.isError && !timeline.data) {
    return <Failure error={timeline.error} onRetry={() => void timeline.refetch()} />;
  }
  if (!timeline.data) return <WaitingRows />;
  const items = timeline.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NothingYet />;
  return (
    <>
      <ol className="timeline">
        {items.map((item) => (
          <TimelineRow key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </ol>
      {timeline.hasNextPage ? (
        <Button variant="default" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {words.more}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {words.begin}
        </Text>
      )}
    </>
  );
}

function NothingYet() {
  const words = useWords(contactWords);
  return <EmptyState icon={<Icon name="clock" size={32} />} title={words.emptyTitle} description={words.emptyText} />;
}

function WaitingRows() {
  return (
    <Stack gap="sm" aria-hidden="true">
      {["a", "b", "c", "d"].map((row) => (
        <Skeleton key={row} height={40} />
      ))}
    </Stack>
  );
}
