import { Anchor, Button, Stack, Table, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "wouter";
import type { MailDifference, ReconciledDay, ReconciledLane } from "../../api/schema.d.ts";
import { Dialog } from "../look/dialog.tsx";
import { useTemplateTitle } from "../templates/use-template-title.ts";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { nightsWords } from "./nights-words.ts";

/** Shows what one night's comparison counted and found. */
export function NightButton({ night }: { night: ReconciledDay }) {
  const words = useWords(nightsWords);
  const [open, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" aria-label={words.lookAt(night.day)} onClick={dialog.open}>
        {words.look}
      </Button>
      <Dialog opened={open} onClose={dialog.close} title={night.day} size="lg">
        <Night night={night} />
      </Dialog>
    </>
  );
}

function Night({ night: { lanes, differences, found, comparedAt } }: { night: ReconciledDay }) {
  const words = useWords(nightsWords);
  const when = useWhen();
  const unlisted = found - differences.length;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {words.comparedAt(when.full(comparedAt))}
      </Text>
      {found > 0 && (
        <Stack component="section" gap="sm">
          <Title order={3} size="h5">
            {words.differences}
          </Title>
          {differences.map((each) => (
            <DifferenceText key={`${each.kind} ${each.messageId} ${each.providerIds.join()}`} difference={each} />
          ))}
          {unlisted > 0 && <Text size="sm">{words.more(unlisted)}</Text>}
        </Stack>
      )}
      {lanes
        .filter(({ intended }) => intended > 0)
        .map((lane) => (
          <LaneCounts key={lane.lane} lane={lane} />
        ))}
      {lanes.every(({ intended }) => intended === 0) && <Text size="sm">{words.noMail}</Text>}
    </Stack>
  );
}

function DifferenceText({ difference }: { difference: MailDifference }) {
  const words = useWords(nightsWords);
  const titleOf = useTemplateTitle();
  const { kind, messageId, contactId, template, held, reported, providerIds } = difference;
  const ours = held ? words.held[held] : words.nothing;
  const theirs = reported ? words.reported[reported] : words.nothing;
  return (
    <div>
      <Text size="sm" fw={600}>
        {template ? `${titleOf(template)}: ` : ""}
        {words.kinds[kind].is}
      </Text>
      <Text size="sm">{words.kinds[kind].do}</Text>
      <Text size="xs" c="dimmed" className="breakable">
        {kind !== "stray" && words.sides(ours, theirs)} {[messageId, ...providerIds].join(" · ")}
      </Text>
      {contactId && (
        <Anchor component={Link} href={`/contacts/${contactId}`} size="sm">
          {words.person}
        </Anchor>
      )}
    </div>
  );
}

const HELD = ["submitted", "failed", "unknown", "waiting"] as const;
const REPORTED = [
  ...(["delivered", "bounced", "complained", "rejected"] as const),
  ...(["accepted", "silent", "byHand", "extraCopies"] as const),
];

/** Where the mails of a lane are held, and what was reported of those handed over; what is none is left out. */
function LaneCounts({ lane }: { lane: ReconciledLane }) {
  const words = useWords(nightsWords);
  const counted = (name: (typeof HELD)[number] | (typeof REPORTED)[number]) => ({
    name: words.counts[name],
    count: lane[name],
  });
  const skipped = lane.skipped.map(({ reason, count }) => ({ name: words.skipped(reason), count }));
  return (
    <Stack component="section" gap={4}>
      <Title order={3} size="h5">
        {words.lanes[lane.lane]}
      </Title>
      <Table verticalSpacing={4}>
        <CountGroup name={words.counts.intended} count={lane.intended} parts={[...HELD.map(counted), ...skipped]} />
        {lane.submitted > 0 && <CountGroup name={words.ofThem} count={lane.submitted} parts={REPORTED.map(counted)} />}
      </Table>
    </Stack>
  );
}

type Count = { name: string; count: number };

function CountGroup({ name, count, parts }: Count & { parts: Count[] }) {
  return (
    <Table.Tbody>
      <CountRow name={name} count={count} weight={600} />
      {parts
        .filter((part) => part.count > 0)
        .map((part) => (
          <CountRow key={part.name} name={part.name} count={part.count} weight={400} />
        ))}
    </Table.Tbody>
  );
}

function CountRow({ name, count, weight }: Count & { weight: number }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={weight}>
          {name}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <Text size="sm" fw={weight}>
          {count}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
