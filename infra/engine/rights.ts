import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { ConfigurationSet } from "aws-cdk-lib/aws-ses";
import type { SettingName } from "../../functions/platform/settings.ts";
import type { MailStack } from "../mail/mail-stack.ts";
import { allow, type Right } from "../parts/right.ts";
import { type SettingSources, settingsFrom } from "./settings.ts";

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
// A transaction needs the rights of its parts. Nothing of ours scans a table.
const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:ConditionCheckItem"];
const APPEND = ["dynamodb:PutItem", "dynamodb:ConditionCheckItem"];

/** The name of a right that a function can be given. */
export type RightName = keyof ReturnType<typeof rightsTo>;

/** Makes the rights, each with the settings that belong to it. */
export function rightsTo(sources: SettingSources) {
  const settings = settingsFrom(sources);
  const right = (names: SettingName[], ...statements: PolicyStatement[]): Right => ({
    statements,
    settings: Object.fromEntries(names.map((name) => [name, settings[name]])),
  });
  const wide = (given: Right, wildcards: NonNullable<Right["wildcards"]>): Right => ({ ...given, wildcards });
  const main = sources.data.main.tableArn;
  const readMain = allow(READ, [main, ...["due", "listed"].map((index) => `${main}/index/${index}`)]);
  const ledger = sources.data.ledger.tableArn;
  const { reactions, transactional, marketing } = sources.queues;
  return {
    readMain: right(["MAIN_TABLE"], readMain),
    signUpInMain: right(["MAIN_TABLE"], allow(["dynamodb:GetItem", "dynamodb:PutItem"], [main])),
    writeMain: right(["MAIN_TABLE"], readMain, allow(WRITE, [main])),
    // Only for who is erased: an address that is part of a key goes with its row or not at all.
    eraseInMain: right(["MAIN_TABLE"], allow(["dynamodb:DeleteItem"], [main])),
    putManyInMain: right(["MAIN_TABLE"], allow(["dynamodb:BatchWriteItem"], [main])),
    readLedger: right(["LEDGER_TABLE"], allow(READ, [ledger])),
    appendToLedger: right(["LEDGER_TABLE"], allow([...READ, ...APPEND], [ledger])),
    enqueue: right(
      ["REACTIONS_QUEUE_URL", "TRANSACTIONAL_QUEUE_URL", "MARKETING_QUEUE_URL"],
      allow(["sqs:SendMessage"], [reactions.queueArn, transactional.queueArn, marketing.queueArn]),
    ),
    wakeTransactional: right(["TRANSACTIONAL_QUEUE_URL"], allow(["sqs:SendMessage"], [transactional.queueArn])),
    wakeMarketing: right(["MARKETING_QUEUE_URL"], allow(["sqs:SendMessage"], [marketing.queueArn])),
    sendTransactional: wide(
      right(["SENDER_ADDRESS", "TRANSACTIONAL_CONFIGURATION_SET"], ...send(sources, "transactional")),
      NAMED_BY_CONTENT,
    ),
    sendMarketing: wide(
      right(["SENDER_ADDRESS", "MARKETING_CONFIGURATION_SET"], ...send(sources, "marketing")),
      NAMED_BY_CONTENT,
    ),
    readSendingAccount: wide(right([], allow(["ses:GetAccount"], ["*"])), {
      "*": "The account's quota belongs to no resource that a right could name.",
    }),
    readSendingIdentity: right(
      ["SENDER_ADDRESS"],
      allow(["ses:GetEmailIdentity"], [sources.mail.identity.emailIdentityArn]),
    ),
    keepMailTemplates: wide(right([], ...keepTemplates(sources)), {
      ...NAMED_BY_CONTENT,
      "*": "What is created has no resource yet that a right could name.",
    }),
    knowLastReceive: right(["RECEIVES_BEFORE_DEAD"]),
    knowBaseUrl: right(["BASE_URL"]),
    knowFirstAdmin: right(["FIRST_ADMIN"]),
  };
}

/** Ledger entries are never changed or deleted, whatever else a role is one day allowed. */
export function denyChangingEntries(ledger: Table): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.DENY,
    actions: ["UpdateItem", "DeleteItem", "BatchWriteItem", "PartiQLUpdate", "PartiQLDelete"].map(
      (action) => `dynamodb:${action}`,
    ),
    resources: [ledger.tableArn],
  });
}

// SES asks leave for the identity AND for the configuration set of a call, so each lane can use only its own set. Many
// copies at once are made from the templates that SES keeps.
function send({ mail, deployment }: SettingSources, lane: keyof Pick<MailStack, "transactional" | "marketing">) {
  const sender = { StringEquals: { "ses:FromAddress": deployment.senderAddress } };
  const may = [mail.identity.emailIdentityArn, setArn(mail[lane])];
  return [allow(["ses:SendEmail"], may, sender), allow(["ses:SendBulkEmail"], [...may, templatesArn(mail)], sender)];
}

// Nothing here changes or deletes a template: mails that are on their way may still be made from it.
function keepTemplates({ mail }: SettingSources): PolicyStatement[] {
  return [allow(["ses:CreateEmailTemplate"], ["*"]), allow(["ses:TestRenderEmailTemplate"], [templatesArn(mail)])];
}

function templatesArn({ identity }: MailStack): string {
  return identity.stack.formatArn({ service: "ses", resource: "template", resourceName: "tm-*" });
}

const NAMED_BY_CONTENT = {
  // As the rules write an ARN whose partition, region and account are known at deployment only.
  "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:template/tm-*":
    "Templates are named by their content, which nobody knows before it is written.",
};

function setArn(set: ConfigurationSet): string {
  return set.stack.formatArn({
    service: "ses",
    resource: "configuration-set",
    resourceName: set.configurationSetName,
  });
}
