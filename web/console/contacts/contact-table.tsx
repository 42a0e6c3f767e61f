import { Table, Text } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { ContactSummary } from "../../api/schema.d.ts";
import { StateMark, type Tone } from "../look/state-mark.tsx";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { contactsWords } from "./contacts-words.ts";

export const statusTones: Record<ContactSummary["status"], Tone> = {
  active: "good",
  stopped: "quiet",
  suppressed: "bad",
};

export function ContactTable({ contacts }: { contacts: ContactSummary[] }) {
  const words = useWords(contactsWords);
  return (
    <Table verticalSpacing="xs" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.name}</Table.Th>
          <Table.Th visibleFrom="sm">{words.email}</Table.Th>
          <Table.Th>{words.state}</Table.Th>
          <Table.Th visibleFrom="md">{words.since}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {contacts.map((contact) => (
          <ContactRow key={contact.id} contact={contact} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ContactRow({ contact }: { contact: ContactSummary }) {
  const words = useWords(contactsWords);
  const when = useWhen();
  const [, go] = useLocation();
  const path = `/contacts/${contact.id}`;
  return (
    <Table.Tr className="row-link" onClick={() => go(path)}>
      <Table.Td className="breakable">
        <Link href={path} onClick={(event) => event.stopPropagation()}>
          {contact.name || words.unnamed}
        </Link>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {contact.email}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm" className="breakable">
        {contact.email}
      </Table.Td>
      <Table.Td>
        <StateMark tone={statusTones[contact.status]}>{words.statuses[contact.status]}</StateMark>
      </Table.Td>
      <Table.Td visibleFrom="md" title={when.full(contact.createdAt)}>
        <Text size="sm" c="dimmed">
          {when.ago(contact.createdAt)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
