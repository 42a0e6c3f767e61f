import { EmptyState, Paper, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Costs } from "../../api/schema.d.ts";
import { monthCosts } from "../data/costs.ts";
import { Icon } from "../look/icon.tsx";
import { RoomHeader } from "../look/room-header.tsx";
import { Failure } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { BudgetSection } from "./budget-section.tsx";
import { BudgetStanding } from "./budget-standing.tsx";
import { DayTable, JourneyTable, SourceTable } from "./cost-tables.tsx";
import { costWords } from "./cost-words.ts";
import { MonthFigures } from "./month-figures.tsx";
import { PriceNote } from "./price-note.tsx";

/** What mail costs, for whom, and what it may cost. */
export function CostsRoom() {
  const words = useWords(costWords);
  const costs = useQuery(monthCosts);
  return (
    <>
      <RoomHeader title={words.title} intro={words.intro} />
      {costs.data && <Month costs={costs.data} />}
      {!costs.data && !costs.error && <Skeleton height={160} />}
      {!costs.data && costs.error && <Failure error={costs.error} onRetry={() => void costs.refetch()} />}
    </>
  );
}

function Month({ costs }: { costs: Costs }) {
  return (
    <Stack gap="xl">
      <BudgetStanding costs={costs} />
      {costs.mails === 0 ? <NoMail /> : <MonthFigures costs={costs} />}
      <BudgetSection costs={costs} />
      {costs.journeys.length > 0 && <JourneyTable costs={costs} />}
      {costs.sources.length > 0 && <SourceTable costs={costs} />}
      {costs.days.length > 0 && <DayTable costs={costs} />}
      <PriceNote costs={costs} />
    </Stack>
  );
}

function NoMail() {
  const words = useWords(costWords);
  return (
    <Paper withBorder p="xl">
      <EmptyState icon={<Icon name="coin" size={32} />} title={words.emptyTitle} description={words.emptyText} />
    </Paper>
  );
}
