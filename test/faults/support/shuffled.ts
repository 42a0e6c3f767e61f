/** Fisher and Yates with a small generator, so that a seed repeats an order. */
export function shuffled<T>(items: T[], seed: number): T[] {
  const mixed = [...items];
  const upTo = randomFrom(seed);
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = upTo(at);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** Whole numbers from 0 up to a greatest one, the same ones for the same seed. */
export function randomFrom(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The low bits of such a generator are hardly random.
    return Math.floor((state / 2 ** 32) * (most + 1));
  };
}
