/** Microseconds of processor time a call for each variant, round by round. */
export type Rounds<Name extends string> = Record<Name, number[]>;

/** Rounds before those that count, until everything is compiled. */
const WARM_UP = 6;

interface RoundOptions {
  rounds: number;
  /** Calls of each variant in one round, long enough to be measured. */
  calls: Partial<Record<string, number>> & { each: number };
}

/**
 * Measures variants in turns, so that a neighbour's load and a growing heap fall on all alike. Processor time rather
 * than the clock's: nothing here waits, and so a busy machine cannot falsify it.
 */
export function pairedRounds<Name extends string>(
  variants: Record<Name, (call: number) => unknown>,
  { rounds, calls }: RoundOptions,
): Rounds<Name> {
  const names = Object.keys(variants) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Rounds<Name>;
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const name of turned(names, round + WARM_UP)) {
      const micros = perCall(variants[name], calls[name] ?? calls.each);
      if (round >= 0) taken[name].push(micros);
    }
  }
  return taken;
}

/** One variant over another, in each round. */
export function ratios(over: readonly number[], under: readonly number[]): number[] {
  return over.map((value, round) => value / (under[round] ?? Number.NaN));
}

function perCall(variant: (call: number) => unknown, calls: number): number {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) variant(call);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

function turned<T>(names: readonly T[], by: number): T[] {
  const at = by % names.length;
  return [...names.slice(at), ...names.slice(0, at)];
}
