import { expect, test } from "vitest";
import { resourcesOf, synthesize } from "../support/synthesize.ts";

interface Statement {
  Effect: "Allow" | "Deny";
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

const { engine, web, mail, data } = synthesize();
const roles = resourcesOf(engine, "AWS::IAM::Role").map(([id, role]) => {
  const statements: Statement[] = role.Properties.Policies.flatMap(
    (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
  );
  return { id, role, statements };
});
const functionRoles = roles.filter(({ id }) => !id.endsWith("ScheduleRole"));
const actionsOf = (statement: Statement) => [statement.Action].flat();
const allowing = (action: string) =>
  roles
    .filter(({ statements }) => statements.some((each) => each.Effect === "Allow" && actionsOf(each).includes(action)))
    .map(({ id }) => id)
    .sort();
const onLedger = (statement: Statement) => JSON.stringify(statement.Resource).includes("Ledger");

test("no policy is managed elsewhere or attached from outside", () => {
  for (const stack of [engine, web, mail, data]) {
    expect(resourcesOf(stack, "AWS::IAM::Policy")).toEqual([]);
    expect(resourcesOf(stack, "AWS::IAM::ManagedPolicy")).toEqual([]);
  }
  for (const { id, role } of roles) expect(role.Properties.ManagedPolicyArns, id).toBeUndefined();
  for (const stack of [web, mail, data]) expect(resourcesOf(stack, "AWS::IAM::Role")).toEqual([]);
});

test.each(functionRoles)("$id is denied every change and deletion of a ledger entry", ({ statements }) => {
  const denied = statements.filter((each) => each.Effect === "Deny" && onLedger(each)).flatMap(actionsOf);
  expect(denied).toEqual(
    expect.arrayContaining([
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:PartiQLUpdate",
      "dynamodb:PartiQLDelete",
    ]),
  );
  const allowed = statements.filter((each) => each.Effect === "Allow" && onLedger(each)).flatMap(actionsOf);
  const appending = ["GetItem", "BatchGetItem", "Query", "PutItem", "ConditionCheckItem"].map((a) => `dynamodb:${a}`);
  expect(appending).toEqual(expect.arrayContaining(allowed));
});

test("the function that leads on from links in mails may only read", () => {
  const { statements } = roles.find(({ id }) => id === "FollowLinkRole") ?? { statements: [] };
  const allowed = statements.filter(({ Effect }) => Effect === "Allow").flatMap(actionsOf);
  expect(allowed.filter((action) => action.startsWith("dynamodb:")).sort()).toEqual(
    ["BatchGetItem", "GetItem", "Query"].map((action) => `dynamodb:${action}`),
  );
});

test("only reactions, adjustments, and what is redeemed or called off append to the ledger", () => {
  const appending = functionRoles
    .filter(({ statements }) =>
      statements.some((each) => onLedger(each) && actionsOf(each).includes("dynamodb:PutItem")),
    )
    .map(({ id }) => id);
  expect(appending.sort()).toEqual(["ConsoleApiRole", "IntegratorApiRole", "ReactRole", "RedeemRole"]);
});

test("nothing scans a table", () => {
  for (const action of ["Scan", "PartiQLSelect", "PartiQLInsert"]) {
    expect(allowing(`dynamodb:${action}`), action).toEqual([]);
  }
});

test("only what erases a person deletes rows", () => {
  expect(allowing("dynamodb:DeleteItem").sort()).toEqual(["ConsoleApiRole", "ReactRole"]);
});

test("only the paced senders write many rows at once without a condition", () => {
  expect(allowing("dynamodb:BatchWriteItem")).toEqual(["SendMarketingRole", "SendTransactionalRole"]);
});

const withSes = (actions: RegExp) =>
  roles.flatMap(({ id, statements }) =>
    statements.filter((each) => actionsOf(each).some((action) => actions.test(action))).map((each) => ({ id, each })),
  );

test("only the two delivering functions send mail, each through its own lane and as the one sender", () => {
  const sending = withSes(/^ses:Send/);
  expect(sending.map(({ id, each }) => [id, each.Action])).toEqual([
    ["SendTransactionalRole", "ses:SendEmail"],
    ["SendTransactionalRole", "ses:SendBulkEmail"],
    ["SendMarketingRole", "ses:SendEmail"],
    ["SendMarketingRole", "ses:SendBulkEmail"],
  ]);
  for (const { each } of sending) {
    expect(each.Condition).toEqual({ StringEquals: { "ses:FromAddress": "hello@tastemaker.example" } });
  }
  for (const { id, each } of sending) {
    const sets = ["TransactionalSet", "MarketingSet"].filter((set) => JSON.stringify(each.Resource).includes(set));
    expect(sets, id).toEqual([id === "SendMarketingRole" ? "MarketingSet" : "TransactionalSet"]);
  }
});

test("only who publishes has SES keep templates, and nobody changes or deletes one", () => {
  const keeping = withSes(/^ses:.*Template$/).map(({ id, each }) => `${id} ${each.Action}`);
  expect(keeping).toEqual([
    "ContentStudioRole ses:CreateEmailTemplate",
    "ContentStudioRole ses:TestRenderEmailTemplate",
    "ApplyProgrammeRole ses:CreateEmailTemplate",
    "ApplyProgrammeRole ses:TestRenderEmailTemplate",
  ]);
});

test("only the relay and the sweep put work on the queues, the relay its failures, and a sender wakes its successor", () => {
  expect(allowing("sqs:SendMessage")).toEqual([
    "RelayOutboxRole",
    "SendMarketingRole",
    "SendTransactionalRole",
    "SweepDueRole",
  ]);
});

test("the public sign-up can look up and add rows of the main table, and nothing else", () => {
  const signUp = functionRoles.find(({ id }) => id === "SignUpRole");
  const allowed = signUp?.statements.filter((each) => each.Effect === "Allow").flatMap(actionsOf);
  expect(allowed?.sort()).toEqual([
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
  ]);
});

test("the referral link can do nothing but write its log", () => {
  const link = functionRoles.find(({ id }) => id === "ReferralLinkRole");
  const allowed = link?.statements.filter((each) => each.Effect === "Allow").flatMap(actionsOf);
  expect(allowed).toEqual(["logs:CreateLogStream", "logs:PutLogEvents"]);
});

test("no right has a wildcard, but for calls that know no narrower resource", () => {
  const wild = roles.flatMap(({ id, statements }) =>
    statements
      .filter((each) => each.Effect === "Allow" && JSON.stringify([each.Action, each.Resource]).includes("*"))
      .map((each) => `${id} ${each.Action}`),
  );
  const keepTemplates = ["ses:CreateEmailTemplate", "ses:TestRenderEmailTemplate"];
  expect(wild).toEqual([
    ...keepTemplates.map((action) => `ContentStudioRole ${action}`),
    "SendingDeskRole ses:GetAccount",
    "RelayOutboxRole dynamodb:ListStreams",
    "SendTransactionalRole ses:SendBulkEmail",
    "SendTransactionalRole ses:GetAccount",
    "SendMarketingRole ses:SendBulkEmail",
    "SendMarketingRole ses:GetAccount",
    ...keepTemplates.map((action) => `ApplyProgrammeRole ${action}`),
  ]);
});
