/** The product's one clock: real time plus an offset, or frozen at an instant while time is being wound. */
export interface Clock {
  now(): number;
  /** Memory that worker threads read, so that every thread sees the same instant. */
  shared: SharedArrayBuffer;
  frozen(): boolean;
  freeze(at: number): void;
  /** Lets time flow again, starting from the given instant. */
  flowFrom(at: number): void;
}

/** Where the distance between product time and real time outlives the process. */
export interface OffsetStore {
  read(): number | undefined;
  write(offsetMs: number): void;
}

const OFFSET = 0;
const FROZEN_AT = 1;
const FLOWING = 0n;

/** Makes the clock, going on with the stored offset so that time never runs backwards over a restart. */
export function createClock(store?: OffsetStore, realNow: () => number = Date.now): Clock {
  const shared = new SharedArrayBuffer(16);
  const cells = new BigInt64Array(shared);
  cells[OFFSET] = BigInt(store?.read() ?? 0);
  // Stored before the cell changes: after a crash the clock may stand late, but never before a row it has dated.
  const keep = (at: number): bigint => {
    const offset = at - realNow();
    store?.write(offset);
    return BigInt(offset);
  };
  return {
    shared,
    now: () => instantIn(cells, realNow),
    frozen: () => Atomics.load(cells, FROZEN_AT) !== FLOWING,
    freeze(at) {
      const offset = keep(at);
      Atomics.store(cells, FROZEN_AT, BigInt(at));
      Atomics.store(cells, OFFSET, offset);
    },
    flowFrom(at) {
      Atomics.store(cells, OFFSET, keep(at));
      Atomics.store(cells, FROZEN_AT, FLOWING);
    },
  };
}

/** Reads a shared clock; worker threads call it with their own view of the memory. */
export function instantIn(cells: BigInt64Array, realNow: () => number): number {
  const frozenAt = Atomics.load(cells, FROZEN_AT);
  if (frozenAt !== FLOWING) return Number(frozenAt);
  return realNow() + Number(Atomics.load(cells, OFFSET));
}
