import * as z from "zod/mini";
import { PRICE_NAMES, type PriceTable } from "./price-table.ts";

// In a file of its own: the functions that send take the product's tables as they are, which a test reads by this.
const Price = z.strictObject({
  amount: z.number().check(z.minimum(0)),
  per: z.int().check(z.minimum(1)),
  unit: z.string().check(z.minLength(1)),
  source: z.url(),
});

const Table = z.strictObject({
  validFrom: z.iso.date(),
  readOn: z.iso.date(),
  region: z.string().check(z.minLength(1)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  mail: z.enum(["ses.mail", "ses.mail.essentials"]),
  prices: z.record(z.enum(PRICE_NAMES), Price),
});

export type PriceTablesRead = { ok: true; tables: PriceTable[] } | { ok: false; problem: string };

/** Reads price tables from a file's content, or says in words what is wrong with them. */
export function readPriceTables(content: unknown): PriceTablesRead {
  const read = z.array(Table).check(z.minLength(1)).safeParse(content);
  return read.success ? { ok: true, tables: read.data } : { ok: false, problem: z.prettifyError(read.error) };
}
