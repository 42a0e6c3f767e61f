import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { resourceOf, synthesize } from "../support/synthesize.ts";

const { engine } = synthesize();

test("our books are compared every night, and again later in the night if that was not finished", () => {
  expect(resourceOf(engine, "ReconcileMailSchedule").Properties).toMatchObject({
    ScheduleExpression: "cron(0 3-6 * * ? *)",
    Target: { Arn: { "Fn::GetAtt": ["ReconcileMail", "Arn"] } },
  });
});

test("books that differ raise an alarm, by the very words that the function logs", () => {
  const { FilterPattern, LogGroupName, MetricTransformations } = resourceOf(engine, "BooksDifferFilter").Properties;
  expect(LogGroupName).toEqual({ Ref: "ReconcileMailLogs" });
  const [, field, word] = /^\{ \$\.(\w+) = "(.+)" \}$/.exec(FilterPattern) ?? [];
  const verb = path.resolve(import.meta.dirname, "../../../functions/reconciliation/reconcile-days.ts");
  expect(readFileSync(verb, "utf8")).toContain(`${field}: "${word}"`);
  const alarm = resourceOf(engine, "BooksDiffer").Properties;
  expect(MetricTransformations).toEqual([
    { MetricName: alarm.MetricName, MetricNamespace: alarm.Namespace, MetricValue: "$.found" },
  ]);
  expect(alarm).toMatchObject({ Threshold: 1, TreatMissingData: "notBreaching" });
});
