import { Button, Group, NumberInput, Paper, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Costs } from "../../api/schema.d.ts";
import { changeBudget, monthCosts } from "../data/costs.ts";
import { useProblemText } from "../shell/failure.tsx";
import { useStaff } from "../shell/session-gate.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { CostSection } from "./cost-section.tsx";
import { costWords } from "./cost-words.ts";
import { useMoney } from "./money.ts";

/** What mail may cost a month: everybody reads it, administrators set it. */
export function BudgetSection({ costs }: { costs: Costs }) {
  const words = useWords(costWords);
  const when = useWhen();
  const money = useMoney(costs.currency);
  const { budget } = costs;
  const maySet = useStaff().role === "admin";
  return (
    <CostSection title={words.budgetTitle} text={words.budgetText}>
      <Paper withBorder p="md">
        <Stack gap="sm">
          {!maySet && <Text fw={600}>{budget ? money.minor(budget.amountMinor) : words.noBudget}</Text>}
          {maySet && <BudgetForm costs={costs} />}
          <Text size="sm" c="dimmed" className="breakable">
            {budget && words.setBy(budget.setBy, when.full(budget.setAt))} {!maySet && words.onlyAdmins}
          </Text>
        </Stack>
      </Paper>
    </CostSection>
  );
}

const FIRST_WARNING = 80;

function BudgetForm({ costs: { currency, budget } }: { costs: Costs }) {
  const words = useWords(costWords);
  const explain = useProblemText();
  const [amount, setAmount] = useState<number | string>(budget ? budget.amountMinor / 100 : "");
  const [warnAt, setWarnAt] = useState<number | string>(budget?.warnAtPercent ?? FIRST_WARNING);
  const change = useBudgetChange();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ amountMinor: Math.round(Number(amount) * 100), warnAtPercent: Number(warnAt) });
  };
  const remove = () => change.mutate(undefined, { onSuccess: () => setAmount("") });
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <NumberInput
          label={`${words.amount} (${currency})`}
          required
          min={0.01}
          max={10_000_000}
          decimalScale={2}
          hideControls
          value={amount}
          onChange={setAmount}
        />
        <NumberInput
          label={words.warnAt}
          required
          min={1}
          max={100}
          allowDecimal={false}
          suffix={words.percent}
          w={120}
          value={warnAt}
          onChange={setWarnAt}
        />
        <Button type="submit" loading={change.isPending} disabled={Number(amount) < 0.01}>
          {words.save}
        </Button>
        {budget && (
          <Button variant="default" loading={change.isPending} onClick={remove}>
            {words.remove}
          </Button>
        )}
      </Group>
      {change.error && (
        <Text className="bad" size="sm" mt="sm" role="alert">
          {explain(change.error)}
        </Text>
      )}
    </form>
  );
}

function useBudgetChange() {
  const words = useWords(costWords);
  const notice = useNotice();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: changeBudget,
    onSuccess: (costs) => {
      queries.setQueryData(monthCosts.queryKey, costs);
      notice({ title: costs.budget ? words.saved : words.removed });
    },
  });
}
