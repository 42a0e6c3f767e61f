import { Anchor, List, Text } from "@mantine/core";
import type { Costs } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { CostSection } from "./cost-section.tsx";
import { costWords } from "./cost-words.ts";
import { useMoney } from "./money.ts";

/** Whose prices these are, of which day, and what one mail costs by them. */
export function PriceNote({ costs: { currency, prices } }: { costs: Costs }) {
  const words = useWords(costWords);
  const when = useWhen();
  const money = useMoney(currency);
  const { region, validFrom, readOn, mailNanos, sesNanos, usageMeasuredOn, sources } = prices;
  const { marketing, transactional } = mailNanos;
  return (
    <CostSection title={words.pricesTitle}>
      <Text size="sm" maw={720}>
        {words.prices(region, when.day(validFrom), when.day(readOn))}{" "}
        {words.perMail(money.nanos(marketing), money.nanos(transactional), money.nanos(sesNanos))}{" "}
        {words.measured(when.day(usageMeasuredOn))}
      </Text>
      <List size="sm">
        {sources.map((source) => (
          <List.Item key={source}>
            <Anchor
              py={3}
              display="inline-block"
              href={source}
              target="_blank"
              rel="noreferrer"
              size="sm"
              className="breakable"
            >
              {source.replace("https://", "")}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </CostSection>
  );
}
