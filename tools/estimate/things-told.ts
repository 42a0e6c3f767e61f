import type { PriceTable } from "../../functions/costs/rules/price-table.ts";
import { sumOfUsages, timesUsage, type Usage } from "../../functions/costs/rules/usage.ts";
import type { IdleItem } from "./idle-items.ts";
import type { Told } from "./say-estimate.ts";
import type { Wanted } from "./wanted.ts";

/** What one of each takes, part by part, as functions/costs/usage.json keeps it. */
export interface KeptUsage {
  mail: Record<"marketing" | "transactional", Record<string, Usage>>;
  signUp: Record<string, Usage>;
  ledgerEntry: Record<string, Usage>;
}

/** What a kept contact is taken for: six rows of 1 KB, stored and kept for recovery. */
const CONTACT_GB = 6e-6;

const SAID: Record<string, string> = {
  queued: "decided by a journey and queued",
  sent: "sent, from the due row to the recorded answer",
  reported: "what SES reports of it taken in (accepted, delivered)",
  asked: "the request: one write, one answer",
  followed: "what follows from it: the contact, its consent and the queued confirmation",
  posted: "its writes, by a call that posts one entry",
  called: "the call itself",
};

type Parts = Told["parts"];

/** A thousand of each thing that the product is paid by. */
export function perThousand(usage: KeptUsage, table: PriceTable, rate: number): Told[] {
  const things: [string, Parts][] = [
    ["1,000 sign-ups, each with its confirmation mail", signUpParts(usage, table)],
    [`1,000 marketing mails of a journey, at ${rate} a second`, mailParts("marketing", usage, table, rate)],
    ["1,000 transactional mails", mailParts("transactional", usage, table, rate)],
    ["1,000 ledger writes by the API", partsOf(usage.ledgerEntry)],
  ];
  return things.map(([title, parts]) => ({ title, parts: many(parts, 1000) }));
}

/** A month with so many of each, the idle deployment included; nothing when no number was given. */
export function monthOfOnesOwn(
  usage: KeptUsage,
  table: PriceTable,
  { month, rate }: Pick<Wanted, "month" | "rate">,
  idle: readonly IdleItem[],
): Told[] {
  if (Object.values(month).every((count) => count === 0)) return [];
  const whole = (what: string, parts: Parts, times: number) =>
    times > 0 ? [{ what: `${times.toLocaleString("en")} ${what}`, usage: timesUsage(together(parts), times) }] : [];
  const stored = { "dynamodb.storage.gb-month": CONTACT_GB, "dynamodb.recovery.gb-month": CONTACT_GB };
  return [
    {
      title: "A month of your own",
      parts: [
        { what: "idle", usage: sumOfUsages(idle.map((item) => item.usage)) },
        ...whole("marketing mails", mailParts("marketing", usage, table, rate), month.mails),
        ...whole("transactional mails", mailParts("transactional", usage, table, rate), month.transactional),
        ...whole("sign-ups with their confirmations", signUpParts(usage, table), month["sign-ups"]),
        ...whole("ledger writes", partsOf(usage.ledgerEntry), month.ledger),
        ...whole("contacts kept, each taken for 6 KB", [{ what: "", usage: stored }], month.contacts),
      ],
    },
  ];
}

/** The lane is measured at full calls; a slower account pays its sender for waiting, which is added here. */
function mailParts(lane: keyof KeptUsage["mail"], usage: KeptUsage, { mail }: PriceTable, rate: number): Parts {
  const parts = partsOf(usage.mail[lane]);
  const price = { what: "SES's own price", usage: { [mail]: 1 } };
  return lane === "marketing" ? [price, ...parts, waitOf(usage, rate)] : [price, ...parts];
}

function waitOf({ mail }: KeptUsage, rate: number): Parts[number] {
  const counted = mail.marketing.sent?.["lambda.gb-second"] ?? 0;
  const waited = Math.max(0, SENDER_GB / rate - counted);
  return {
    what: `the sender waits for the rate of ${rate} a second`,
    how: "below 100 a second calls carry fewer mails, too: bench cost.million tells what that adds",
    usage: { "lambda.gb-second": waited },
  };
}

const SENDER_GB = 1;

function signUpParts(usage: KeptUsage, table: PriceTable): Parts {
  return [...partsOf(usage.signUp), ...mailParts("transactional", usage, table, 1)];
}

function partsOf(parts: Record<string, Usage>): Parts {
  return Object.entries(parts).map(([name, usage]) => ({ what: SAID[name] ?? name, usage }));
}

function many(parts: Parts, times: number): Parts {
  return parts.map((part) => ({ ...part, usage: timesUsage(part.usage, times) }));
}

function together(parts: Parts): Usage {
  return sumOfUsages(parts.map(({ usage }) => usage));
}
