import type { Activity } from "../activity.ts";
import type { Clock } from "../clock.ts";
import type { DueSource } from "../due-source.ts";

/** How many things ran while time was wound, by what they were. */
export type Ran = Record<string, number>;

export interface Winder {
  /** Takes the clock to an instant; everything that falls due on the way happens at its own instant, in order. */
  windTo(instant: number): Promise<Ran>;
  /** Breaks off whatever is being wound, and winds no more. */
  stop(): Promise<void>;
}

/** The asked-for instant lies before the present: what has happened cannot be taken back. */
export class PastInstant extends Error {}

// A source that stays due although it was run would hold the clock still for ever.
const SAME_INSTANT_LIMIT = 1_000;

/** Makes the winder; winds that are asked for at once follow one another. */
export function createWinder(clock: Clock, activity: Activity, sources: () => DueSource[]): Winder {
  let last: Promise<unknown> = Promise.resolve();
  const stopping = new AbortController();
  return {
    windTo(instant) {
      const next = last.then(() => wind({ clock, activity, sources: sources(), signal: stopping.signal }, instant));
      last = next.catch(() => undefined);
      return next;
    },
    async stop() {
      stopping.abort(new Error("The runtime stopped while time was being wound."));
      await last;
    },
  };
}

interface Winding {
  clock: Clock;
  activity: Activity;
  sources: DueSource[];
  signal: AbortSignal;
}

async function wind(winding: Winding, target: number): Promise<Ran> {
  const { clock, activity, sources } = winding;
  const from = clock.now();
  if (target < from) throw new PastInstant(`The clock stands at ${iso(from)} and cannot go back to ${iso(target)}.`);
  const ran: Ran = {};
  clock.freeze(from);
  try {
    // What fell due just now, or while the process was down, nobody else looks at any more: settling would wait for it.
    await runAll(sources, from, ran);
    await activity.settle();
    await runThrough(winding, target, ran);
    clock.freeze(target);
    await activity.settle();
    return ran;
  } finally {
    clock.flowFrom(clock.now());
  }
}

async function runThrough({ clock, activity, sources, signal }: Winding, target: number, ran: Ran): Promise<void> {
  let repeats = 0;
  for (let next = await earliest(sources); next.at <= target; next = await earliest(sources)) {
    signal.throwIfAborted();
    repeats = next.at <= clock.now() ? repeats + 1 : 0;
    if (repeats > SAME_INSTANT_LIMIT)
      throw new Error(`Winding does not get past ${iso(clock.now())}: ${next.name} stays due.`);
    if (next.at > clock.now()) clock.freeze(next.at);
    await runAll(sources, clock.now(), ran);
    await activity.settle();
  }
}

async function runAll(sources: DueSource[], now: number, ran: Ran): Promise<void> {
  for (const source of sources) {
    const count = await source.runDue(now);
    if (count > 0) ran[source.name] = (ran[source.name] ?? 0) + count;
  }
}

async function earliest(sources: DueSource[]): Promise<{ at: number; name: string }> {
  let first = { at: Number.POSITIVE_INFINITY, name: "nothing" };
  for (const source of sources) {
    const at = await source.nextDueAt();
    if (at !== undefined && at < first.at) first = { at, name: source.name };
  }
  return first;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
