/**
 * An amount of money in the currency's smallest unit (ISO 4217 exponents as Intl knows them), from Segment's decimal
 * form; undefined when it is no amount, negative, or finer than the currency allows.
 */
export function minorUnits(amount: number | string, currency: string): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(typeof amount === "number" ? plain(amount) : amount);
  if (!match) return undefined;
  const digits = exponentOf(currency);
  if (digits === undefined) return undefined;
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) return undefined;
  const minor = Number(match[1]) * 10 ** digits + Number(fraction.padEnd(digits, "0") || 0);
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Digits after the decimal point of a currency; undefined for an unknown code. */
function exponentOf(currency: string): number | undefined {
  if (!Intl.supportedValuesOf("currency").includes(currency.toUpperCase())) return undefined;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
}

/** 19.99 is sent as a binary fraction; its shortest decimal form is what was meant. */
function plain(amount: number): string {
  return Number.isFinite(amount) && amount < 1e12 && (amount === 0 || amount >= 1e-4) ? String(amount) : "";
}
