import { Anchor, Group, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import type { WaitingRedemption } from "../../api/schema.d.ts";
import { useStaff } from "../shell/session-gate.tsx";
import { useLanguage, useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { rewardWords } from "./reward-words.ts";
import { SettleRedemption } from "./settle-redemption.tsx";

export function WaitingTable({ items }: { items: WaitingRedemption[] }) {
  const words = useWords(rewardWords);
  const { role } = useStaff();
  const mayAct = role === "admin" || role === "care";
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.what}</Table.Th>
          <Table.Th visibleFrom="sm">{words.since}</Table.Th>
          {mayAct && <Table.Th>{words.act}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <WaitingRow key={item.id} item={item} mayAct={mayAct} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function WaitingRow({ item, mayAct }: { item: WaitingRedemption; mayAct: boolean }) {
  const words = useWords(rewardWords);
  const { language } = useLanguage();
  const when = useWhen();
  const { contactId, email, name, title, kind, points, at } = item;
  return (
    <Table.Tr>
      <Table.Td className="breakable">
        <Text size="sm" fw={600}>
          {title[language]}
        </Text>
        {email ? (
          <Anchor component={Link} href={`/contacts/${contactId}`} size="sm">
            {name || email}
          </Anchor>
        ) : (
          <Text size="sm" c="dimmed">
            {words.erased}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {words.kinds[kind]} · {words.points(points)}
        </Text>
        <Text size="xs" c="dimmed" hiddenFrom="sm" title={when.full(at)}>
          {when.ago(at)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm" title={when.full(at)}>
        <Text size="sm" c="dimmed">
          {when.ago(at)}
        </Text>
      </Table.Td>
      {mayAct && (
        <Table.Td>
          <Group gap="xs">
            <SettleRedemption item={item} how="fulfil" />
            <SettleRedemption item={item} how="cancel" />
          </Group>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
