import { Paper, Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Costs } from "../../api/schema.d.ts";
import { useLanguage, useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { CostSection } from "./cost-section.tsx";
import { costWords } from "./cost-words.ts";
import { useMoney } from "./money.ts";

type Props = { costs: Costs };

/** What each journey cost, and what each contact who reached its goal cost. */
export function JourneyTable({ costs }: Props) {
  const words = useWords(costWords);
  const money = useMoney(costs.currency);
  return (
    <CostSection title={words.journeysTitle} text={words.journeysText}>
      <Figures heads={[words.journey, words.cost, words.perConversion]}>
        {costs.journeys.map(({ journey, mails, costNanos, conversions, perConversionNanos }) => (
          <Row key={journey} name={journey} below={words.brought(mails, conversions)}>
            {money.nanos(costNanos)}
            {perConversionNanos === null ? words.noneYet : money.nanos(perConversionNanos)}
          </Row>
        ))}
      </Figures>
    </CostSection>
  );
}

/** What each mail of a journey and each notice cost, the dearest first. */
export function SourceTable({ costs }: Props) {
  const words = useWords(costWords);
  const { language } = useLanguage();
  const money = useMoney(costs.currency);
  return (
    <CostSection title={words.sourcesTitle}>
      <Figures heads={[words.source, words.mails, words.cost]}>
        {costs.sources.map(({ source, lane, mails, costNanos }) => (
          <Row key={source} name={source} below={words.lanes[lane]}>
            {mails.toLocaleString(language)}
            {money.nanos(costNanos)}
          </Row>
        ))}
      </Figures>
    </CostSection>
  );
}

/** What each day cost, the newest first. */
export function DayTable({ costs }: Props) {
  const words = useWords(costWords);
  const when = useWhen();
  const money = useMoney(costs.currency);
  return (
    <CostSection title={words.daysTitle}>
      <Figures heads={[words.day, words.cost]}>
        {costs.days.toReversed().map(({ on, costNanos }) => (
          // Noon, so that no zone of a reader makes it another day.
          <Row key={on} name={when.day(`${on}T12:00:00Z`)}>
            {money.nanos(costNanos)}
          </Row>
        ))}
      </Figures>
    </CostSection>
  );
}

function Figures({ heads: [first, ...others], children }: { heads: string[]; children: ReactNode }) {
  return (
    <Paper withBorder>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{first}</Table.Th>
            {others.map((head) => (
              <Table.Th key={head} ta="right">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Paper>
  );
}

function Row({ name, below, children }: { name: string; below?: string; children: ReactNode }) {
  const cells = Array.isArray(children) ? children : [children];
  return (
    <Table.Tr>
      <Table.Td className="breakable">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {below && (
          <Text size="xs" c="dimmed">
            {below}
          </Text>
        )}
      </Table.Td>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table keep their places
        <Table.Td key={at} ta="right">
          {cell}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
