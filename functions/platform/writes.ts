import type { Condition } from "./conditions.ts";
import type { Item, Key, TableName } from "./items.ts";

interface WriteBase {
  /** The table written to; main when left out. */
  in?: TableName;
  /** What must hold of the row, or the whole commit is refused. */
  onlyIf?: Condition;
  /** The reason the commit returns when `onlyIf` does not hold. */
  refusal?: string;
}

/** Writes a whole row. */
export interface Put extends WriteBase {
  put: Item;
}

/** Changes attributes of a row: `set` replaces (undefined is left alone), `add` adds numbers, `remove` takes away. */
export interface Update extends WriteBase {
  update: Key;
  set?: Record<string, unknown>;
  add?: Record<string, number>;
  remove?: readonly string[];
}

/** Takes a row away: only for who is erased, whose address is part of the key. */
export interface Delete extends WriteBase {
  delete: Key;
}

/** Changes nothing, but makes the commit depend on a row. */
export interface Check extends WriteBase {
  check: Key;
  onlyIf: Condition;
}

/** One intended change as a value: stores return it, verbs compose it, commit alone executes it. */
export type Write = Put | Update | Check | Delete;
