import type { Instant } from "../../platform/clock.ts";
import { readAddress } from "./read-address.ts";
import { reasonSaid } from "./reason-said.ts";
import { type Suppression, type SuppressionRecord, suppressesAnew, suppressionIn } from "./suppression.ts";

/** One row of another sender's list, in that sender's words. */
export interface ListedRow {
  email: string;
  reason?: string | undefined;
  at?: string | undefined;
}

/** What a list says of itself: what is meant where a row does not say it, since when, and who brought it. */
export interface ListTold {
  otherwise: Exclude<Suppression["reason"], "soft-bounces">;
  importedAt: Instant;
  by: string;
}

/** What a row would suppress; undefined when it names no address that mail could reach. */
export function listedSuppression(row: ListedRow, { otherwise, importedAt, by }: ListTold) {
  const email = readAddress(row.email);
  if (!email) return undefined;
  const said = reasonSaid(row.reason ?? "");
  const isSaid = said.reason !== "manual" || (row.reason?.trim() && !said.note);
  const reason = isSaid ? said.reason : otherwise;
  // A date that is yet to come would outlive any lifting.
  const told = instantSaid(row.at ?? "");
  const at = told && told < importedAt ? told : importedAt;
  return { email, suppression: { ...said, reason, at, by } satisfies Suppression };
}

/** What becomes of one row beside what is kept of its address. */
export type RowVerdict = "new" | "graver" | "kept" | "refused";

/** Weighs a suppression against what is kept: the first reason stays until a graver one comes. */
export function verdictOn(kept: SuppressionRecord | undefined, news: Suppression): RowVerdict {
  if (!suppressesAnew(kept, news)) return "kept";
  return suppressionIn(kept) ? "graver" : "new";
}

// A day and month whose order nobody states (03/04/2025) would be guessed, so such dates are not read.
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;

/** The instant that a list writes, in ISO 8601 or as Unix seconds; without a zone it is taken as UTC. */
export function instantSaid(text: string): Instant | undefined {
  const words = text.trim();
  if (/^\d{9,10}$/.test(words)) return new Date(Number(words) * 1000).toISOString();
  const [, day, time = "00:00", zone = "Z"] = ISO.exec(words) ?? [];
  const millis = day ? Date.parse(`${day}T${time}${/^utc$/i.test(zone) ? "Z" : zone.toUpperCase()}`) : Number.NaN;
  return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
}
