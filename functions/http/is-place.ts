/** What the places of each list begin with. */
export type PlaceKind = "ent_" | "friend#";

const LONGEST = 400;

/**
 * Whether a cursor is a place at which one of our lists can have ended. The tables refuse to begin at any other, and a
 * refusal there would look like a fault of ours.
 */
export function isPlace(cursor: string, begins: PlaceKind): boolean {
  if (cursor.length > LONGEST || !/^[\w-]+$/.test(cursor)) return false;
  const [place, ...rest] = partsOf(cursor);
  return typeof place === "string" && rest.length === 0 && place.startsWith(begins) && /^[\w#]{5,120}$/.test(place);
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
