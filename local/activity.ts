/** Says what still moves, so that settling can wait for it and name it. */
export interface Activity {
  /** A count above zero means that the named thing has not come to rest. */
  watch(name: string, count: () => number): void;
  /** Call when a count may have changed; wakes whoever waits. */
  changed(): void;
  /** Counts a piece of work as moving until it ends. */
  track<Result>(name: string, work: Promise<Result>): Promise<Result>;
  moving(): string[];
  /** Resolves once nothing moves; rejects, naming what still does, after `limitMs` of real time. */
  settle(limitMs?: number): Promise<void>;
}

const SETTLE_LIMIT_MS = 120_000;

/** Makes the register of moving things. */
export function createActivity(): Activity {
  const watched = new Map<string, () => number>();
  const tracked = new Map<string, number>();
  let waiting: (() => void)[] = [];
  const changed = () => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const add = (name: string, by: number) => {
    tracked.set(name, (tracked.get(name) ?? 0) + by);
    if (by < 0) changed();
  };
  const moving = () =>
    [...watched]
      .map(([name, count]) => [name, count()] as const)
      .concat([...tracked])
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} (${count})`);
  const changes = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  return {
    watch: (name, count) => void watched.set(name, count),
    changed,
    moving,
    async track(name, work) {
      add(name, 1);
      try {
        return await work;
      } finally {
        add(name, -1);
      }
    },
    settle: (limitMs = SETTLE_LIMIT_MS) => settled(moving, changes, limitMs),
  };
}

async function settled(moving: () => string[], changes: () => Promise<void>, limitMs: number): Promise<void> {
  const giveUpAt = performance.now() + limitMs;
  let quietTurns = 0;
  // A hand-over between two parts may take a turn of the event loop, so quiet counts only when it lasts.
  while (quietTurns < 3) {
    const names = moving();
    quietTurns = names.length === 0 ? quietTurns + 1 : 0;
    if (names.length === 0) await new Promise(setImmediate);
    else if (performance.now() > giveUpAt) throw new Error(notSettled(names, limitMs));
    else await Promise.race([changes(), pause(5)]);
  }
}

function notSettled(names: string[], limitMs: number): string {
  return `Not settled after ${limitMs / 1000} s; still moving: ${names.join(", ")}. GET /_local/logs shows what it does.`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
