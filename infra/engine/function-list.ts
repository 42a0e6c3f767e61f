import { Duration } from "aws-cdk-lib";
import { laneTimeout } from "../parts/limits.ts";
import type { RightName } from "./rights.ts";

/** What a deployed function may do, and what it needs beyond the ordinary. */
interface ListedFunction {
  may: RightName[];
  timeout?: Duration;
  memoryMb?: number;
}

// Compiling MJML is a second of work, not milliseconds, and wants the memory that brings a whole processor.
const COMPILES = { timeout: Duration.seconds(60), memoryMb: 1024 };

// A batch of 500 reports about one person is worked off one by one; the gateway waits 30 seconds at the most.
const TAKES_BATCHES = { timeout: Duration.seconds(29), memoryMb: 1024 };

/** Every function, by its file in functions/. What calls it stands in web/routes.ts and triggers.ts. */
export const functionList = {
  // The public pages and forms.
  "landing-page": { may: ["readMain"] },
  "sign-up": { may: ["signUpInMain", "knowBaseUrl"] },
  confirm: { may: ["writeMain", "knowBaseUrl"] },
  "referral-link": { may: [] },
  "follow-link": { may: ["readMain", "knowBaseUrl"] },
  unsubscribe: { may: ["writeMain"] },
  preferences: { may: ["writeMain"] },
  "sign-in": { may: ["writeMain", "knowBaseUrl", "knowFirstAdmin"] },
  // Members, integrators and staff.
  portal: { may: ["writeMain", "readLedger", "knowBaseUrl"] },
  redeem: { may: ["writeMain", "appendToLedger", "knowBaseUrl"] },
  ingest: { may: ["writeMain"], ...TAKES_BATCHES },
  "integrator-api": { may: ["writeMain", "appendToLedger"] },
  "console-api": { may: ["writeMain", "eraseInMain", "appendToLedger", "knowBaseUrl", "knowFirstAdmin"] },
  "content-studio": { may: ["writeMain", "keepMailTemplates", "knowBaseUrl", "knowFirstAdmin"], ...COMPILES },
  "sending-desk": { may: ["writeMain", "readSendingAccount", "readSendingIdentity", "knowBaseUrl", "knowFirstAdmin"] },
  // The work behind them.
  "relay-outbox": { may: ["enqueue"] },
  "sweep-due": { may: ["writeMain", "enqueue"] },
  // Among its work is a request for a sign-in link, which the first admin may make before being on the staff list.
  react: { may: ["writeMain", "eraseInMain", "appendToLedger", "knowLastReceive", "knowFirstAdmin"] },
  "send-transactional": {
    may: ["writeMain", "putManyInMain", "sendTransactional", "readSendingAccount", "wakeTransactional", "knowBaseUrl"],
    timeout: laneTimeout,
  },
  "send-marketing": {
    may: ["writeMain", "putManyInMain", "sendMarketing", "readSendingAccount", "wakeMarketing", "knowBaseUrl"],
    timeout: laneTimeout,
    // Hundreds of letters a second want a whole processor.
    memoryMb: 1024,
  },
  "record-outcome": { may: ["writeMain"] },
  // It reads every mail of a day: some minutes for a million of them. What it cannot finish the next tick carries on.
  "reconcile-mail": { may: ["writeMain"], timeout: Duration.minutes(15), memoryMb: 1024 },
  // The operator's, invoked by hand or script.
  // SES keeps and tries one template a second: a whole programme of them takes minutes.
  "apply-programme": { may: ["writeMain", "keepMailTemplates"], ...COMPILES, timeout: Duration.minutes(15) },
  "issue-key": { may: ["writeMain"] },
} satisfies Record<string, ListedFunction>;

/** The name of a deployed function. */
export type FunctionName = keyof typeof functionList;
