import { getItem } from "../platform/dynamo.ts";
import type { Item } from "../platform/items.ts";
import type { Put } from "../platform/writes.ts";
import type { Brand } from "./rules/brand.ts";

const KEY = { pk: "programme", sk: "settings" };

/** The brand of this deployment; without a programme nothing can be mailed or shown, so its absence is a fault. */
export async function readBrand(): Promise<Brand> {
  const row = await getItem<Item & { brand: Brand }>(KEY);
  if (!row)
    throw new Error(
      "No programme is applied yet: invoke the function that the stack output ApplyProgrammeFunction names with its files.",
    );
  return row.brand;
}

export function brandWrite(brand: Brand): Put {
  return { put: { ...KEY, brand } };
}
