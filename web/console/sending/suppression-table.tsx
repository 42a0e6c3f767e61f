import { Box, Table, Text } from "@mantine/core";
import type { SuppressedAddress } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { LiftButton } from "./lift-button.tsx";
import { suppressionWords } from "./suppression-words.ts";

type Props = { addresses: SuppressedAddress[]; mayChange: boolean };

export function SuppressionTable({ addresses, mayChange }: Props) {
  const words = useWords(suppressionWords);
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.address}</Table.Th>
          <Table.Th visibleFrom="sm">{words.reason}</Table.Th>
          <Table.Th visibleFrom="sm">{words.since}</Table.Th>
          {mayChange && <Table.Th w={96}>{words.act}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {addresses.map((address) => (
          <SuppressionRow key={address.email} address={address} mayChange={mayChange} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SuppressionRow({ address, mayChange }: { address: SuppressedAddress; mayChange: boolean }) {
  const when = useWhen();
  const { email, at } = address;
  return (
    <Table.Tr>
      <Table.Td className="breakable">
        <Text size="sm" fw={600}>
          {email}
        </Text>
        <Box hiddenFrom="sm" mt={6}>
          <Reason address={address} />
          <Text size="xs" c="dimmed" title={when.full(at)}>
            {when.ago(at)}
          </Text>
        </Box>
      </Table.Td>
      <Table.Td visibleFrom="sm" className="breakable">
        <Reason address={address} />
      </Table.Td>
      <Table.Td visibleFrom="sm" title={when.full(at)}>
        <Text size="sm" c="dimmed">
          {when.ago(at)}
        </Text>
      </Table.Td>
      {mayChange && (
        <Table.Td>
          <LiftButton address={address} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** Why the address gets no mail, and who said so when a person did. */
function Reason({ address: { reason, note, by } }: { address: SuppressedAddress }) {
  const words = useWords(suppressionWords);
  return (
    <>
      <Text size="sm">{words.reasons[reason]}</Text>
      {(note || by) && (
        <Text size="xs" c="dimmed">
          {[note, by].filter(Boolean).join(" · ")}
        </Text>
      )}
    </>
  );
}
