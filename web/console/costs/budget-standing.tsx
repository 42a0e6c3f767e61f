import { Alert } from "@mantine/core";
import type { Costs } from "../../api/schema.d.ts";
import { Icon } from "../look/icon.tsx";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { costWords } from "./cost-words.ts";

/** What somebody has to know of the budget now; nothing is shown while all is well. */
export function BudgetStanding({ costs: { standing, budget, costNanos, goesOnAt } }: { costs: Costs }) {
  const words = useWords(costWords);
  const when = useWhen();
  if (!budget || (standing !== "warning" && standing !== "stopped")) return null;
  if (standing === "stopped")
    return (
      <Alert color="red" variant="outline" icon={<Icon name="stop" />} title={words.stoppedTitle} role="alert">
        {words.stopped(when.full(goesOnAt))}
      </Alert>
    );
  return (
    <Alert color="yellow" variant="outline" icon={<Icon name="warn" />} title={words.warningTitle}>
      {words.warning(Math.floor(costNanos / (budget.amountMinor * 100_000)))}
    </Alert>
  );
}
