import type { Usage } from "../../functions/costs/rules/usage.ts";
import { type Local, startLocal } from "../../test/support/start-local.ts";
import { laneUsage } from "./lane-usage.ts";
import { type CapacityTold, usageOf } from "./usage-of-report.ts";

/** What the product takes of everything that is billed, for one of each: as functions/costs/usage.json keeps it. */
export interface ProductUsage {
  measuredOn: string;
  how: string;
  mail: Record<"marketing" | "transactional", Record<string, Usage>>;
  signUp: Record<string, Usage>;
  ledgerEntry: Record<string, Usage>;
  /** One look of the sweep at a table with nothing due. */
  sweep: Usage;
}

/** So few that no budget of a network or mailbox holds a sign-up, and just enough for one full call to SES. */
const PEOPLE = 50;
/** Whoever warmed the functions up gets the journey's mails too. */
const READERS = PEOPLE + 1;
const LEDGER_ENTRIES = 40;
const LANE_RATE = 500;
const LANE_MAILS = 1000;

/** Lives through sign-ups, confirmations, a journey's mails and points given, in the product as it is deployed. */
export async function measureUsage(): Promise<ProductUsage> {
  const local = await startLocal();
  try {
    await signUp(local, "warm@up.example");
    await confirm(local, "warm@up.example");
    await quiet(local);
    const emails = Array.from({ length: PEOPLE }, (_, at) => `usage-${at}@of-${at}.example`);
    const asked = await told(local, () => each(emails, (email) => signUp(local, email)));
    await told(local, () => each(emails, (email) => confirm(local, email)));
    const journey = await told(local, async () => void (await local.advance("P1D")));
    const points = await pointsGiven(local, emails[0] ?? "");
    const swept = await told(local, () => local.local("POST", "/functions/SweepDue", {}));
    return usageFrom({ asked, journey, points, swept }, await laneUsage(LANE_RATE, LANE_MAILS));
  } finally {
    await local.stop();
  }
}

interface Told {
  asked: CapacityTold;
  journey: CapacityTold;
  points: CapacityTold;
  swept: CapacityTold;
}

function usageFrom({ asked, journey, points, swept }: Told, lane: Usage): ProductUsage {
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    how: `node bench/support/product-usage.ts: the deployed bundles and tables, ${PEOPLE} people; functions' time is the median of warm invocations on a machine busy with other work; a marketing lane of ${LANE_RATE} mails a second`,
    mail: {
      marketing: {
        queued: usageOf(journey, ["SweepDue", "RelayOutbox", "React"], READERS),
        sent: lane,
        reported: usageOf(journey, ["RecordOutcome"], READERS),
      },
      transactional: {
        sent: usageOf(asked, ["SendTransactional"], PEOPLE),
        reported: usageOf(asked, ["RecordOutcome"], PEOPLE),
      },
    },
    signUp: {
      asked: { ...usageOf(asked, ["SignUp"], PEOPLE), "api.request": 1 },
      followed: { ...usageOf(asked, ["RelayOutbox", "React"], PEOPLE), "cloudfront.request": 1 },
    },
    ledgerEntry: {
      posted: usageOf(points, ["IntegratorApi"], LEDGER_ENTRIES),
      called: { "api.request": 1, "cloudfront.request": 1 },
    },
    sweep: usageOf(swept, ["SweepDue"], 1),
  };
}

/** Gives one member points by hand, again and again: each is one entry in the books. */
async function pointsGiven(local: Local, email: string): Promise<CapacityTold> {
  const headers = { authorization: `Bearer ${await local.serverKey()}`, "content-type": "application/json" };
  const found = await fetch(`${local.url}/v1/contacts?email=${encodeURIComponent(email)}`, { headers });
  const { id } = (await found.json()) as { id: string };
  const give = async (number: number) => {
    const body = JSON.stringify({ contactId: id, points: 5, reason: "a gift" });
    const own = { ...headers, "idempotency-key": `gift-${number}` };
    await expectOk(await fetch(`${local.url}/v1/points/adjustments`, { method: "POST", headers: own, body }));
  };
  await give(-1);
  return told(local, () =>
    each(
      Array.from({ length: LEDGER_ENTRIES }, (_, at) => at),
      give,
    ),
  );
}

/** One after the other, each to its end: what is batched only because many came at once is not counted as saved. */
async function each<T>(things: T[], work: (thing: T) => Promise<void>): Promise<void> {
  for (const thing of things) await work(thing);
}

async function told(local: Local, work: () => Promise<unknown>): Promise<CapacityTold> {
  await quiet(local);
  await local.local("DELETE", "/capacity");
  await work();
  await local.settle();
  return local.local<CapacityTold>("GET", "/capacity");
}

async function quiet(local: Local): Promise<void> {
  await local.advance("PT5M");
  await local.settle();
}

async function signUp(local: Local, email: string): Promise<void> {
  await post(local, "/trials", { email, name: "Ana", locale: "en", "consent.marketing": "true" });
}

async function confirm(local: Local, email: string): Promise<void> {
  const token = /\/confirm\?t=([\w.-]+)/.exec((await local.messages(email)).at(-1)?.text ?? "")?.[1];
  if (!token) throw new Error(`${email} got no confirmation.`);
  await post(local, "/confirm", { t: token });
}

async function post(local: Local, path: string, fields: Record<string, string>): Promise<void> {
  await expectOk(await fetch(local.url + path, { method: "POST", body: new URLSearchParams(fields) }));
  await local.settle();
}

async function expectOk(response: Response): Promise<void> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
}

// By itself it prints what functions/costs/usage.json should hold.
if (import.meta.main) console.log(JSON.stringify(await measureUsage(), rounded, 2));

function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(4)) : value;
}
