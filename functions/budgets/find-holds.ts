import { EVERYTHING } from "./rules/source.ts";
import { type Hold, listedHolds, readHolds } from "./store.ts";

/** Tells of each of these sources whether it is held, by itself or with everything else. */
export async function holdsAmong(sources: string[]): Promise<(source: string) => boolean> {
  const held = new Set(
    (await readHolds([...sources, EVERYTHING])).flatMap(({ source, heldAt }) => (heldAt ? [source] : [])),
  );
  return (source) => held.has(source) || held.has(EVERYTHING);
}

/** Everything that is held, the newest first. */
export function listHolds(): Promise<Hold[]> {
  return listedHolds();
}
