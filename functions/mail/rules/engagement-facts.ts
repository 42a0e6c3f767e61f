import type { Instant } from "../../platform/clock.ts";
import { type Engagement, type EngagementKind, engagementKind } from "./engagement-kind.ts";

/** When people, and apart from them when machines, first opened a mail or followed a link in it. */
export interface EngagementFacts {
  humanOpenedAt?: Instant;
  machineOpenedAt?: Instant;
  humanClickedAt?: Instant;
  machineClickedAt?: Instant;
}

/** So many of the first and as many of the last are kept of each message: a scanner may open a mail for ever. */
const KEPT = 20;

const FACT = {
  opened: { human: "humanOpenedAt", machine: "machineOpenedAt" },
  clicked: { human: "humanClickedAt", machine: "machineClickedAt" },
} as const satisfies Record<Engagement["act"], Record<EngagementKind, keyof EngagementFacts>>;

/** What is known of a mail's reading, judged anew from all that was told of it: a later report may make a machine of a person. */
export function engagementFacts(engagements: readonly Engagement[], arrivedAt: Instant | undefined): EngagementFacts {
  const facts: EngagementFacts = {};
  for (const engagement of engagements) {
    const fact = FACT[engagement.act][engagementKind(engagement, engagements, arrivedAt)];
    facts[fact] ??= engagement.at;
  }
  return facts;
}

/** Both lists as one, each engagement once, the earliest first; the known list itself when the other tells nothing new. */
export function joinEngagements(known: Engagement[], told: readonly Engagement[]): Engagement[] {
  const byPrint = new Map([...told, ...known].map((each) => [printOf(each), each]));
  const all = [...byPrint].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
  const kept = all.length > 2 * KEPT ? [...all.slice(0, KEPT), ...all.slice(-KEPT)] : all;
  const isSame = kept.length === known.length && kept.every((each, at) => each === known[at]);
  return isSame ? known : kept;
}

function printOf({ at, act, link = "", byMachine }: Engagement): string {
  return `${at} ${act} ${link} ${byMachine}`;
}
