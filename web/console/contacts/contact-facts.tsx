import { Anchor, Paper, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import type { ConsoleContact } from "../../api/schema.d.ts";
import { StateMark } from "../look/state-mark.tsx";
import { languages, useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { statusTones } from "./contact-table.tsx";
import { contactWords } from "./contact-words.ts";
import { contactsWords } from "./contacts-words.ts";
import { Fact } from "./fact.tsx";
import { MemberFacts } from "./member-facts.tsx";

type Props = { contact: ConsoleContact };

export function ContactFacts({ contact }: Props) {
  const words = useWords(contactWords);
  const when = useWhen();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="facts">
      <Title order={2} size="h4" id="facts" mb="sm">
        {words.facts}
      </Title>
      <dl className="facts">
        <MailFact contact={contact} />
        <ConsentFact contact={contact} />
        <TrialFact contact={contact} />
        <MemberFacts contact={contact} />
        <Fact name={words.locale}>{languageName(contact.locale)}</Fact>
        <Fact name={words.timezone}>{contact.timezone ?? "–"}</Fact>
        <Fact name={words.since}>{when.full(contact.createdAt)}</Fact>
        {contact.broughtBy && (
          <Fact name={words.broughtBy}>
            <Anchor component={Link} href={`/contacts/${contact.broughtBy}`} size="sm">
              {words.seeAdvocate}
            </Anchor>
          </Fact>
        )}
        {contact.externalId && <Fact name={words.externalId}>{contact.externalId}</Fact>}
        <Pairs name={words.origin} pairs={contact.origin} />
        <Pairs name={words.attributes} pairs={contact.attributes} />
        <Fact name={words.id}>
          <Text size="sm" ff="monospace">
            {contact.id}
          </Text>
        </Fact>
      </dl>
    </Paper>
  );
}

/** A language by its own name; one that the console does not speak stays a code. */
function languageName(locale: string): string {
  return Object.entries(languages).find(([code]) => code === locale)?.[1] ?? locale;
}

function MailFact({ contact }: Props) {
  const words = useWords(contactWords);
  const { statuses } = useWords(contactsWords);
  return (
    <Fact name={words.mail}>
      <StateMark tone={statusTones[contact.status]}>{statuses[contact.status]}</StateMark>
      {contact.silenceReason && <Text size="sm">{words.reason(contact.silenceReason)}</Text>}
    </Fact>
  );
}

function ConsentFact({ contact }: Props) {
  const words = useWords(contactWords);
  const when = useWhen();
  const { marketing, at } = contact.consent;
  return (
    <Fact name={words.consent}>
      {(marketing ? words.consentYes : words.consentNo)(when.day(at))}
      <Anchor href={`/v1/console/contacts/${contact.id}/consent-proof`} download size="sm" display="block">
        {words.consentProof}
      </Anchor>
    </Fact>
  );
}

function TrialFact({ contact }: Props) {
  const words = useWords(contactWords);
  const when = useWhen();
  if (contact.trials.length === 0) return null;
  return (
    <Fact name={words.trials}>
      {contact.trials.map(({ offer, endsAt, usedAt }) => (
        <Text size="sm" key={offer}>
          {words.trial(offer, when.day(endsAt), usedAt !== null)}
        </Text>
      ))}
    </Fact>
  );
}

function Pairs({ name, pairs }: { name: string; pairs: Record<string, unknown> }) {
  const entries = Object.entries(pairs);
  if (entries.length === 0) return null;
  return (
    <Fact name={name}>
      {entries.map(([key, value]) => (
        <Text size="sm" key={key}>
          {key}: {typeof value === "string" ? value : JSON.stringify(value)}
        </Text>
      ))}
    </Fact>
  );
}
