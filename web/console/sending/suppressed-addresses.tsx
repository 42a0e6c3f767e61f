import { Box, Button, EmptyState, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { mayCare } from "../data/session.ts";
import { suppressionList } from "../data/suppressions.ts";
import { Icon } from "../look/icon.tsx";
import { Failure } from "../shell/failure.tsx";
import { useStaff } from "../shell/session-gate.tsx";
import { importWords } from "../suppression-import/import-words.ts";
import { useWords } from "../words/language.tsx";
import { ExportButton } from "./export-button.tsx";
import { SuppressButton } from "./suppress-button.tsx";
import { SuppressionSearch } from "./suppression-search.tsx";
import { SuppressionTable } from "./suppression-table.tsx";
import { suppressionWords } from "./suppression-words.ts";

/** The addresses that get no mail whatever happens: to be searched, added to, and lifted with care. */
export function SuppressedAddresses() {
  const words = useWords(suppressionWords);
  const [email, setEmail] = useState("");
  const mayChange = mayCare(useStaff().role);
  return (
    <Stack component="section" gap="sm" mt="xl" aria-labelledby="suppressed-addresses">
      <Box maw={720}>
        <Title order={2} size="h4" id="suppressed-addresses">
          {words.title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {words.text}
        </Text>
      </Box>
      <Group justify="space-between" gap="xs">
        <SuppressionSearch searched={email} onSearch={setEmail} />
        <Group gap="xs">
          <ExportButton />
          {mayChange && <ImportLink />}
          {mayChange && <SuppressButton />}
        </Group>
      </Group>
      <Found email={email} mayChange={mayChange} />
    </Stack>
  );
}

function ImportLink() {
  const words = useWords(importWords);
  return (
    <Button component={Link} href="/sending/import" variant="default">
      {words.link}
    </Button>
  );
}

function Found({ email, mayChange }: { email: string; mayChange: boolean }) {
  const words = useWords(suppressionWords);
  const list = useInfiniteQuery(suppressionList(email));
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton height={120} />;
  const addresses = list.data.pages.flatMap(({ items }) => items);
  if (addresses.length === 0 && !list.hasNextPage) return <NoneFound searched={email !== ""} />;
  return (
    <Paper withBorder>
      <SuppressionTable addresses={addresses} mayChange={mayChange} />
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

function NoneFound({ searched }: { searched: boolean }) {
  const words = useWords(suppressionWords);
  return (
    <Paper withBorder p="xl">
      <EmptyState
        icon={<Icon name={searched ? "search" : "check"} size={32} />}
        title={searched ? words.notFoundTitle : words.noneTitle}
        description={searched ? words.notFoundText : words.noneText}
      />
    </Paper>
  );
}
