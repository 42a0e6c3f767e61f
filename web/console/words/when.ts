import { useMemo } from "react";
import { useLanguage } from "./language.tsx";

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** Times as a person says them: near ones relative, all of them exact in full. */
export function useWhen() {
  const { language } = useLanguage();
  return useMemo(() => whenIn(language), [language]);
}

function whenIn(language: string) {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const full = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const ago = (at: string, now = Date.now()) => {
    const seconds = (Date.parse(at) - now) / 1000;
    // The product's clock may be wound on this machine, so the future is told as a date.
    if (seconds > 60 || seconds < -7 * 86_400) return day.format(Date.parse(at));
    const step = steps.find(([, length]) => Math.abs(seconds) >= length);
    return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, "second");
  };
  return { ago, day: (at: string) => day.format(Date.parse(at)), full: (at: string) => full.format(Date.parse(at)) };
}
