import { parseArgs } from "node:util";

/** What somebody wants to know the costs of. */
export interface Wanted {
  assembly: string;
  /** A file with price tables of one's own, instead of the product's. */
  prices: string | undefined;
  /** The account pays SES by the Essentials plan. */
  essentials: boolean;
  /** Mails a second that the account may send. */
  rate: number;
  /** A month of one's own: so many of each. */
  month: Record<"mails" | "transactional" | "sign-ups" | "ledger" | "contacts", number>;
}

const COUNTS = ["mails", "transactional", "sign-ups", "ledger", "contacts"] as const;

/** Reads the options of `npm run estimate`; a number that is none is refused in words. */
export function wantedFrom(args: string[]): Wanted {
  const text = { type: "string" } as const;
  const counts = Object.fromEntries(COUNTS.map((name) => [name, text]));
  const { values } = parseArgs({
    args,
    options: { assembly: text, prices: text, essentials: { type: "boolean" }, rate: text, ...counts },
  });
  const said = values as Record<string, string | boolean | undefined>;
  return {
    assembly: String(said.assembly ?? "cdk.out"),
    prices: said.prices === undefined ? undefined : String(said.prices),
    essentials: said.essentials === true,
    rate: numberIn("rate", said.rate ?? "14") || 14,
    month: Object.fromEntries(COUNTS.map((name) => [name, numberIn(name, said[name] ?? "0")])) as Wanted["month"],
  };
}

function numberIn(name: string, said: string | boolean): number {
  const number = Number(String(said).replaceAll(/[_,]/g, ""));
  if (Number.isFinite(number) && number >= 0) return number;
  throw new Error(`--${name} takes a number, for example --${name} 1000000, not "${said}".`);
}
