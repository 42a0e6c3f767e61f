import type { Instant } from "../../platform/clock.ts";
import type { EarningRule } from "./earning-rule.ts";

/** Of each rule the newest version that was valid at an instant, however late that is asked. */
export function newestValid(rules: EarningRule[], at: Instant): EarningRule[] {
  const newest = new Map<string, EarningRule>();
  for (const rule of rules.filter((each) => isValid(each, at))) {
    const known = newest.get(rule.name);
    if (!known || known.version < rule.version) newest.set(rule.name, rule);
  }
  return [...newest.values()];
}

function isValid({ validFrom, validUntil }: EarningRule, at: Instant): boolean {
  return (validFrom ?? "") <= at && at < (validUntil ?? "9999");
}
