import type { Item, Key } from "./items.ts";
import type { Update } from "./writes.ts";

/** What becomes of a row whose person is erased: it goes, it stays because the books need it, or these facts of it go. */
export type RowErased = "goes" | "stays" | ((row: Item) => Pick<Update, "set" | "remove">);

/** One kind of row in a contact's own partition; every noun's store tells of its own. */
export interface RowKind {
  /** Its sort key, or what that begins with, when it ends in "#". */
  sk: string;
  /** Under which name an export of the person lists it. */
  section: string;
  erased: RowErased;
}

/** The kind of a row; undefined when no noun has told of it. */
export function kindOf({ sk }: Key, kinds: readonly RowKind[]): RowKind | undefined {
  return kinds.find((kind) => (kind.sk.endsWith("#") ? sk.startsWith(kind.sk) : sk === kind.sk));
}
