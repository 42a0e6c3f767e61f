import { useMemo } from "react";
import { useLanguage } from "../words/language.tsx";

/** Amounts of one currency as a person reads them: cents where there are some, more digits where it is less than one. */
export function useMoney(currency: string) {
  const { language } = useLanguage();
  return useMemo(() => moneyIn(language, currency), [language, currency]);
}

/** How the costs room writes money of a currency. */
export function moneyIn(language: string, currency: string) {
  const format = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, { style: "currency", currency, ...options });
  const cents = format({});
  const fine = format({ maximumSignificantDigits: 3 });
  const nanos = (amount: number) => {
    const value = amount / 1_000_000_000;
    return value === 0 || value >= 1 ? cents.format(value) : fine.format(value);
  };
  return { nanos, minor: (amount: number) => cents.format(amount / 100) };
}
