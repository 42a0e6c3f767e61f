import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import type { UnknownMail } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { sendingWords } from "./sending-words.ts";

export function UnclearTable({ mails }: { mails: UnknownMail[] }) {
  const words = useWords(sendingWords);
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.who}</Table.Th>
          <Table.Th>{words.mail}</Table.Th>
          <Table.Th visibleFrom="sm">{words.why}</Table.Th>
          <Table.Th visibleFrom="md">{words.when}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mails.map((mail) => (
          <UnclearRow key={mail.id} mail={mail} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function UnclearRow({ mail }: { mail: UnknownMail }) {
  const words = useWords(sendingWords);
  const when = useWhen();
  const { contactId, email, name, template, version, lane, failure, attempts, queuedAt } = mail;
  const said = failure === "sender-lost" ? words.senderLost : words.noAnswer(failure);
  return (
    <Table.Tr>
      <Table.Td className="breakable">
        <Anchor component={Link} href={`/contacts/${contactId}`}>
          {name || email || words.erased}
        </Anchor>
        {name && (
          <Text size="xs" c="dimmed">
            {email}
          </Text>
        )}
      </Table.Td>
      <Table.Td className="breakable">
        <Anchor component={Link} href={`/templates/${template}`}>
          {template}
        </Anchor>
        <Text size="xs" c="dimmed">
          {words.lanes[lane]}
          {version ? ` · ${words.version(version)}` : ""}
        </Text>
        <Text size="xs" hiddenFrom="sm">
          {said}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm">{said}</Text>
        <Text size="xs" c="dimmed">
          {words.attempts(attempts)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="md" title={when.full(queuedAt)}>
        <Text size="sm" c="dimmed">
          {when.ago(queuedAt)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
