import { Paper, SimpleGrid, Text } from "@mantine/core";
import type { Costs } from "../../api/schema.d.ts";
import { useLanguage, useWords } from "../words/language.tsx";
import { costWords } from "./cost-words.ts";
import { useMoney } from "./money.ts";

/** The four figures of a month. */
export function MonthFigures({ costs }: { costs: Costs }) {
  const words = useWords(costWords);
  const { language } = useLanguage();
  const money = useMoney(costs.currency);
  const { mails, costNanos, forecastNanos, budget } = costs;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Figure label={words.mails} value={mails.toLocaleString(language)} />
      <Figure label={words.soFar} value={money.nanos(costNanos)} />
      <Figure label={words.forecast} value={forecastNanos === null ? words.tooEarly : money.nanos(forecastNanos)} />
      <Figure
        label={words.budget}
        value={budget ? money.minor(budget.amountMinor) : words.noBudget}
        {...(budget && { below: words.left(money.nanos(Math.max(0, budget.amountMinor * 10_000_000 - costNanos))) })}
      />
    </SimpleGrid>
  );
}

function Figure({ label, value, below }: { label: string; value: string; below?: string }) {
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={650} className="breakable">
        {value}
      </Text>
      {below && (
        <Text size="sm" c="dimmed">
          {below}
        </Text>
      )}
    </Paper>
  );
}
