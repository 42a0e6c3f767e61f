/** The two tables: everything lives in main; ledger holds entries only, so that IAM can refuse their change. */
export type TableName = "main" | "ledger";

export interface Key {
  pk: string;
  sk: string;
}

/** One row of a table as plain JavaScript values. */
export type Item = Key & Record<string, unknown>;

/** The key alone of an item. */
export function keyOf(item: Key): Key {
  return { pk: item.pk, sk: item.sk };
}
