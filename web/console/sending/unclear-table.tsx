import { Anchor, Box, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import type { UnknownMail } from "../../api/schema.d.ts";
import { useTemplateTitle } from "../templates/use-template-title.ts";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { sendingWords } from "./sending-words.ts";
import { SettleButton } from "./settle-button.tsx";
import { settleWords } from "./settle-words.ts";

export function UnclearTable({ mails, maySettle }: { mails: UnknownMail[]; maySettle: boolean }) {
  const words = useWords(sendingWords);
  const { act } = useWords(settleWords);
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={{ base: "44%", sm: "auto" }}>{words.who}</Table.Th>
          <Table.Th>{words.mail}</Table.Th>
          <Table.Th visibleFrom="sm">{words.why}</Table.Th>
          <Table.Th visibleFrom="sm">{words.when}</Table.Th>
          {maySettle && <Table.Th w={96}>{act}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mails.map((mail) => (
          <UnclearRow key={mail.id} mail={mail} maySettle={maySettle} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function UnclearRow({ mail, maySettle }: { mail: UnknownMail; maySettle: boolean }) {
  const words = useWords(sendingWords);
  const when = useWhen();
  const titleOf = useTemplateTitle();
  const { template, version, lane, queuedAt } = mail;
  return (
    <Table.Tr>
      <Table.Td className="breakable">
        <Recipient mail={mail} />
      </Table.Td>
      <Table.Td className="breakable">
        <Anchor component={Link} href={`/templates/${template}`} size="sm">
          {titleOf(template)}
        </Anchor>
        <Text size="xs" c="dimmed">
          {words.lanes[lane]}
          {version ? ` · ${words.version(version)}` : ""}
        </Text>
        <Box hiddenFrom="sm" mt={6}>
          <WhatHappened mail={mail} />
          <Text size="xs" c="dimmed" title={when.full(queuedAt)}>
            {when.ago(queuedAt)}
          </Text>
        </Box>
      </Table.Td>
      <Table.Td visibleFrom="sm" className="breakable">
        <WhatHappened mail={mail} />
      </Table.Td>
      <Table.Td visibleFrom="sm" title={when.full(queuedAt)}>
        <Text size="sm" c="dimmed">
          {when.ago(queuedAt)}
        </Text>
      </Table.Td>
      {maySettle && (
        <Table.Td>
          <SettleButton mail={mail} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** Whose mail it was, and the way to everything that happened to them; who has been erased has no page any more. */
function Recipient({ mail: { contactId, email, name } }: { mail: UnknownMail }) {
  const words = useWords(sendingWords);
  if (!email) {
    return (
      <Text size="sm" c="dimmed">
        {words.erased}
      </Text>
    );
  }
  return (
    <>
      <Anchor component={Link} href={`/contacts/${contactId}`} size="sm" fw={600}>
        {name || email}
      </Anchor>
      {name && (
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      )}
    </>
  );
}

/** What was tried, and what came of it; a code is what the mail service or the network put it as. */
function WhatHappened({ mail: { failure, attempts } }: { mail: UnknownMail }) {
  const words = useWords(sendingWords);
  const isLost = failure === "sender-lost";
  return (
    <>
      <Text size="sm">{isLost ? words.senderLost : words.noAnswer}</Text>
      <Text size="xs" c="dimmed">
        {[words.attempts(attempts), isLost ? "" : failure].filter(Boolean).join(" · ")}
      </Text>
    </>
  );
}
