import { Button, EmptyState, Group, Paper, Skeleton, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { waitingRedemptions } from "../data/redemptions.ts";
import { Icon } from "../look/icon.tsx";
import { RoomHeader } from "../look/room-header.tsx";
import { Failure } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { rewardWords } from "./reward-words.ts";
import { WaitingTable } from "./waiting-table.tsx";

/** What members redeemed and somebody has yet to send or do. */
export function RewardsRoom() {
  const words = useWords(rewardWords);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(waitingRedemptions);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <RoomHeader title={words.title} intro={words.intro} />
      {!data && !error && <Skeleton height={160} />}
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && !hasNextPage && <NobodyWaits />}
      {items.length > 0 && (
        <Stack gap="md">
          <Paper withBorder p="md">
            <WaitingTable items={items} />
          </Paper>
        </Stack>
      )}
      {hasNextPage && (
        <Group mt="md">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </Group>
      )}
    </>
  );
}

function NobodyWaits() {
  const words = useWords(rewardWords);
  return (
    <Paper withBorder p="xl">
      <EmptyState icon={<Icon name="gift" size={32} />} title={words.emptyTitle} description={words.emptyText} />
    </Paper>
  );
}
