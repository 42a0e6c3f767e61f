import type { Usage } from "../../functions/costs/rules/usage.ts";
import { laneFigures } from "./lane-case.ts";
import { LOGGED_GB, memoryMbOf } from "./usage-of-report.ts";

/** A sender stops this long before its time is up, and wakes its successor. */
const SECONDS_A_SENDER = 95;

/** What the marketing lane takes for one mail, from the due row to the recorded answer, at an account's rate. */
export async function laneUsage(ratePerSecond: number, mails: number): Promise<Usage> {
  const told = await laneFigures({ lane: "marketing", mails, templates: 1, latencyMs: 25, ratePerSecond });
  if (told.mails !== mails) throw new Error(`Of ${mails} mails ${told.mails} were sent.`);
  const senders = 1 / (ratePerSecond * SECONDS_A_SENDER);
  return {
    "dynamodb.write": told.writeUnits / mails,
    "dynamodb.read": told.readUnits / mails,
    "lambda.request": senders,
    // The sender is paid for as long as the account's rate makes it wait.
    "lambda.gb-second": memoryMbOf("SendMarketing") / 1024 / ratePerSecond,
    // Its note is sent, received and deleted.
    "sqs.request": senders * 3,
    "logs.ingested.gb": senders * LOGGED_GB,
  };
}
