import { Anchor, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { TemplateSummary } from "../../api/schema.d.ts";
import { templateList } from "../data/templates.ts";
import { StateMark } from "../look/state-mark.tsx";
import { Failure } from "../shell/failure.tsx";
import { useLanguage, useWords } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";
import { useWhen } from "../words/when.ts";
import { HomeCard } from "./home-card.tsx";
import { homeWords } from "./home-words.ts";

export function WaitingDrafts() {
  const words = useWords(homeWords);
  const list = useQuery(templateList);
  const waiting = list.data?.filter(({ draftState }) => draftState !== "none");
  return (
    <HomeCard
      title={words.draftsTitle}
      action={
        <Anchor component={Link} href="/templates" size="sm">
          {words.allEmails}
        </Anchor>
      }
    >
      {list.error && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={64} />}
      {waiting?.length === 0 && <StateMark tone="good">{words.draftsNone}</StateMark>}
      {waiting && waiting.length > 0 && <Drafts drafts={waiting} />}
    </HomeCard>
  );
}

function Drafts({ drafts }: { drafts: TemplateSummary[] }) {
  const words = useWords(homeWords);
  const { language } = useLanguage();
  const when = useWhen();
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {words.draftsText}
      </Text>
      {drafts.map(({ name, title, updatedAt, updatedBy }) => (
        <Group key={name} justify="space-between" gap="xs">
          <Anchor component={Link} href={`/templates/${name}`} fw={600}>
            {saidIn(title, language)}
          </Anchor>
          <Text size="sm" c="dimmed">
            {when.ago(updatedAt)} · {updatedBy}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
