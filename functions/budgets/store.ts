import { epochSeconds, type Instant, secondsAfter } from "../platform/clock.ts";
import type { Condition } from "../platform/conditions.ts";
import { getItem, getItems, queryAll, queryPage } from "../platform/dynamo.ts";
import { type Item, type Key, keyOf } from "../platform/items.ts";
import type { Update } from "../platform/writes.ts";
import { type Counted, hourOf, type Overrun } from "./rules/error-budget.ts";

/** Whether a source is held, since when and why; when a person last let it go on. */
export interface Hold {
  source: string;
  heldAt?: Instant;
  because?: Overrun;
  counted?: Counted;
  resumedAt?: Instant;
  resumedBy?: string;
}

const HOUR = "hour#";
const HOLDS = "mail#holds";
const KEPT_SECONDS = 14 * 24 * 3600;

const budgetKey = (source: string, sk: string): Key => ({ pk: `budget#${source}`, sk });
const holdKey = (source: string): Key => budgetKey(source, "hold");

export function readHold(source: string): Promise<Hold | undefined> {
  return getItem<Item & Hold>(holdKey(source));
}

/** The holds among these sources, those let go included. */
export function readHolds(sources: string[]): Promise<Hold[]> {
  return getItems<Item & Hold>([...new Set(sources)].map(holdKey));
}

/** Everything that is held, the newest first: a person has to look at each, so they are few. */
export async function listedHolds(): Promise<Hold[]> {
  const page = await queryPage<Item>({ index: "listed", pk: HOLDS, descending: true, limit: 100 });
  const found = await getItems<Item & Hold>(page.items.map(keyOf));
  return found
    .filter(({ heldAt }) => heldAt)
    .sort((one, other) => ((one.heldAt ?? "") < (other.heldAt ?? "") ? 1 : -1));
}

export function readHours(
  source: string,
  [from, to]: [from: string, to: string],
): Promise<(Item & Partial<Counted>)[]> {
  return queryAll<Item & Partial<Counted>>({
    pk: budgetKey(source, "").pk,
    between: [`${HOUR}${from}`, `${HOUR}${to}`],
    consistent: true,
  });
}

/** Adds to what is counted of a source in the hour of an instant. */
export function countWrite(source: string, add: Partial<Counted>, at: Instant): Update {
  const expiresAt = epochSeconds(secondsAfter(at, KEPT_SECONDS));
  return { update: budgetKey(source, `${HOUR}${hourOf(at)}`), add: { ...add }, set: { expiresAt } };
}

/** Holds a source until a person lets it go on; one that is held already stays as it is. */
export function holdWrite(source: string, because: Overrun, counted: Counted, at: Instant): Update {
  const listed = { listKey: HOLDS, listAt: `${at}#${source}` };
  const onlyIf: Condition = { absent: "heldAt" };
  const set = { source, heldAt: at, because, counted, ...listed };
  return { update: holdKey(source), set, onlyIf, refusal: "held-already" };
}

/** Lets a held source go on. */
export function resumeWrite(source: string, by: string, at: Instant): Update {
  return {
    update: holdKey(source),
    set: { resumedAt: at, resumedBy: by },
    remove: ["heldAt", "because", "counted", "listKey", "listAt"],
    onlyIf: { present: "heldAt" },
    refusal: "not-held",
  };
}
