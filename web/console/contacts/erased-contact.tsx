import { Anchor, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ErasureStanding } from "../../api/schema.d.ts";
import { contactErasure } from "../data/contacts.ts";
import { RoomHeader } from "../look/room-header.tsx";
import { StateMark } from "../look/state-mark.tsx";
import { NotFound } from "../shell/not-found.tsx";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { personDataWords } from "./person-data-words.ts";

/** What is left of a person who was erased, and how far that is; whoever never was here is not found. */
export function ErasedContact({ id }: { id: string }) {
  const erasure = useQuery(contactErasure(id));
  if (erasure.isPending) return <Skeleton height={200} />;
  return erasure.data ? <Erased erasure={erasure.data} /> : <NotFound />;
}

function Erased({ erasure }: { erasure: ErasureStanding }) {
  const words = useWords(personDataWords);
  const when = useWhen();
  const { contactId, erasedAt, erasedBy, finishedAt } = erasure;
  return (
    <>
      <RoomHeader title={words.erasedTitle} intro={contactId} />
      <Paper withBorder p="md" maw={640} component="section" aria-label={words.erasedTitle}>
        <Stack gap="sm" className="breakable">
          <StateMark tone={finishedAt ? "good" : "waiting"}>{words.erasedOn(when.full(erasedAt), erasedBy)}</StateMark>
          <Text size="sm" aria-live="polite">
            <Progress erasure={erasure} />
          </Text>
          <Text size="sm">{words.mailStopped}</Text>
          <Text size="sm">{words.stays}</Text>
          <Anchor href={`/v1/console/contacts/${contactId}/consent-proof`} download size="sm">
            {words.proof}
          </Anchor>
          <Text size="xs" c="dimmed">
            {words.proofHelp}
          </Text>
        </Stack>
      </Paper>
    </>
  );
}

function Progress({ erasure: { rows, checkedAt, finishedAt } }: { erasure: ErasureStanding }) {
  const words = useWords(personDataWords);
  const when = useWhen();
  if (finishedAt) return words.done(rows, when.full(finishedAt));
  return checkedAt ? words.checking(rows, when.full(checkedAt)) : words.running(rows);
}
