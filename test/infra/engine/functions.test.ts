import { expect, test } from "vitest";
import { functionList } from "../../../infra/engine/function-list.ts";
import { pascalCase } from "../../../infra/parts/name-resource.ts";
import { placeholderBundles, resourceOf, resourcesOf, synthesize } from "../support/synthesize.ts";

const { engine } = synthesize({ firstAdmin: "first@lantern.example" });
const functions = resourcesOf(engine, "AWS::Lambda::Function");

test("every listed function is deployed under its own name", () => {
  expect(functions.map(([id]) => id).sort()).toEqual(Object.keys(functionList).map(pascalCase).sort());
});

test.each(functions)("%s runs on Node 24 and arm64, under its own role, within its time", (id, { Properties }) => {
  expect(Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"], Handler: "index.handler" });
  expect(Properties.Role).toEqual({ "Fn::GetAtt": [`${id}Role`, "Arn"] });
  // A batch of reports takes the longest that the gateway waits; a paced sender works until it wakes its successor.
  const senders = { SendMarketing: 120, SendTransactional: 120 };
  const nightly = { ReconcileMail: 900 };
  const longer: Record<string, number> = { ApplyProgramme: 900, ContentStudio: 60, Ingest: 29, ...senders, ...nightly };
  const seconds = longer[id] ?? 10;
  expect(Properties.Timeout).toBe(seconds);
  expect(Properties.VpcConfig).toBeUndefined();
});

test.each(functions)("%s keeps its log for a month", (id, { Properties }) => {
  expect(Properties.LoggingConfig.LogGroup).toEqual({ Ref: `${id}Logs` });
  expect(resourceOf(engine, `${id}Logs`).Properties.RetentionInDays).toBe(30);
});

test("a function knows the settings of what it may use, and no others", () => {
  const settings = (id: string) => Object.keys(resourceOf(engine, id).Properties.Environment?.Variables ?? {}).sort();
  expect(settings("ReferralLink")).toEqual([]);
  expect(settings("RelayOutbox")).toEqual(["MARKETING_QUEUE_URL", "REACTIONS_QUEUE_URL", "TRANSACTIONAL_QUEUE_URL"]);
  expect(settings("SendMarketing")).not.toContain("TRANSACTIONAL_CONFIGURATION_SET");
  expect(settings("SendTransactional")).not.toContain("MARKETING_CONFIGURATION_SET");
  expect(settings("React")).toEqual(expect.arrayContaining(["LEDGER_TABLE", "MAIN_TABLE"]));
});

test("links are built on the address the operator gives", () => {
  expect(engine.toJSON().Parameters.BaseUrl).toEqual({ Type: "String", Default: "https://tastemaker.example" });
  expect(resourceOf(engine, "Portal").Properties.Environment.Variables.BASE_URL).toEqual({ Ref: "BaseUrl" });
});

test("the operator finds the functions to call by hand among the outputs", () => {
  engine.hasOutput("ApplyProgrammeFunction", { Value: { Ref: "ApplyProgramme" } });
  engine.hasOutput("IssueKeyFunction", { Value: { Ref: "IssueKey" } });
});

test("a missing bundle stops the synthesis with what to do", () => {
  const bundles = placeholderBundles(Object.keys(functionList).filter((name) => name !== "react"));
  expect(() => synthesize({ bundles })).toThrow(/react\/index\.cjs is missing: run "npm run build"/);
});

test("what fails behind the pages raises an alarm", () => {
  const watched = resourcesOf(engine, "AWS::CloudWatch::Alarm")
    .filter(([, { Properties }]) => Properties.MetricName === "Errors")
    .map(([, { Properties }]) => Properties.Dimensions[0].Value.Ref);
  expect(watched.sort()).toEqual([
    "React",
    "ReconcileMail",
    "RecordOutcome",
    "RelayOutbox",
    "SendMarketing",
    "SendTransactional",
    "SweepDue",
  ]);
});
