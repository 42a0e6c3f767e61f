import { Button, Group, List, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { SendingCheck, SendingLane, SendingStanding } from "../../api/schema.d.ts";
import { sendingStanding } from "../data/mail.ts";
import { StateMark, type Tone } from "../look/state-mark.tsx";
import { Failure } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { readinessWords } from "./readiness-words.ts";

const tones: Record<SendingCheck["state"], Tone> = { good: "good", warn: "waiting", bad: "bad", unasked: "quiet" };

/** Whether domain and account are right for writing to many people, and what the lanes do. */
export function Readiness() {
  const words = useWords(readinessWords);
  const standing = useQuery(sendingStanding);
  return (
    <Stack component="section" gap="sm" aria-labelledby="sending-readiness">
      <Group justify="space-between">
        <Title order={2} size="h4" id="sending-readiness">
          {words.title}
        </Title>
        <Button variant="default" size="xs" loading={standing.isFetching} onClick={() => void standing.refetch()}>
          {words.refresh}
        </Button>
      </Group>
      {standing.isError && !standing.data && <Failure error={standing.error} onRetry={() => void standing.refetch()} />}
      {standing.isPending && <Skeleton height={240} />}
      {standing.data && <Standing standing={standing.data} />}
    </Stack>
  );
}

function Standing({ standing }: { standing: SendingStanding }) {
  const words = useWords(readinessWords);
  const bad = standing.checks.filter(({ state }) => state === "bad").length;
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <StateMark tone={standing.ready ? "good" : "bad"}>
          {standing.ready ? words.ready(standing.domain) : words.notReady(bad)}
        </StateMark>
        <List listStyleType="none" spacing="sm" className="checks">
          {standing.checks.map((check) => (
            <Check key={check.item} check={check} />
          ))}
        </List>
        <Stack gap={4}>
          <Lane title={words.lanes.transactional} lane={standing.transactional} />
          <Lane title={words.lanes.marketing} lane={standing.marketing} />
        </Stack>
      </Stack>
    </Paper>
  );
}

function Check({ check: { item, state, detail } }: { check: SendingCheck }) {
  const words = useWords(readinessWords);
  const { title, advice } = words.checks[item];
  return (
    <List.Item>
      <Group gap="xs" align="baseline">
        <StateMark tone={tones[state]}>{words.states[state]}</StateMark>
        <Text fw={600}>{title}</Text>
        {detail && (
          <Text size="sm" c="dimmed" className="breakable">
            {detail}
          </Text>
        )}
      </Group>
      {state !== "good" && (
        <Text size="sm" maw={640} mt={2}>
          {advice}
        </Text>
      )}
    </List.Item>
  );
}

function Lane({ title, lane: { doing, because, until } }: { title: string; lane: SendingLane }) {
  const words = useWords(readinessWords);
  const when = useWhen();
  const rests = doing === "resting" && because && until;
  return (
    <Group gap="xs" align="baseline">
      <Text fw={600}>{title}</Text>
      <Text size="sm">
        {rests
          ? words.rests(words.reasons[because], when.full(until))
          : words.lane[doing === "sending" ? doing : "waiting"]}
      </Text>
    </Group>
  );
}
