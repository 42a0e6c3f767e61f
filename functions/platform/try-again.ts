/** Returned by an attempt that was decided on rows which changed before it was committed. */
export const STALE = Symbol("stale");

/** Enough for everybody who may work on one member at once; more means that something is wrong. */
const ATTEMPTS = 12;

/** Loads, decides and commits again until the rows stood still for the moment that this takes. */
export async function tryAgain<T>(what: string, attempt: () => Promise<T | typeof STALE>): Promise<T> {
  for (let count = 1; count <= ATTEMPTS; count++) {
    const result = await attempt();
    if (result !== STALE) return result;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(5 * 2 ** count, 200)));
  }
  throw new Error(`${what}: its rows changed at each of ${ATTEMPTS} attempts; the queue brings it back.`);
}
