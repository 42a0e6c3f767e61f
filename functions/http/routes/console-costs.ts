import * as z from "zod/mini";
import { route } from "./route.ts";
import { Instant } from "./shared-schemas.ts";

/** Money too small for minor units: billionths of the currency. */
const Nanos = z.int();

export const CostOfSource = z.strictObject({
  /** A journey and its step ("trial-follow-up/offer"), or an event's mail ("notice/confirm"). */
  source: z.string(),
  lane: z.enum(["marketing", "transactional"]),
  mails: z.int(),
  costNanos: Nanos,
});
export type CostOfSource = z.infer<typeof CostOfSource>;

export const CostOfJourney = z.strictObject({
  journey: z.string(),
  mails: z.int(),
  costNanos: Nanos,
  /** How many contacts left it by an exit that is its goal. */
  conversions: z.int(),
  perConversionNanos: z.nullable(Nanos),
});
export type CostOfJourney = z.infer<typeof CostOfJourney>;

export const MonthlyBudget = z.strictObject({
  /** In minor units of the price table's currency. */
  amountMinor: z.int().check(z.minimum(1), z.maximum(1_000_000_000)),
  warnAtPercent: z.int().check(z.minimum(1), z.maximum(100)),
});
export type MonthlyBudget = z.infer<typeof MonthlyBudget>;

export const Costs = z.strictObject({
  month: z.string(),
  currency: z.string(),
  mails: z.int(),
  costNanos: Nanos,
  /** What the month comes to at this pace; null on its first day. */
  forecastNanos: z.nullable(Nanos),
  sources: z.array(CostOfSource),
  journeys: z.array(CostOfJourney),
  days: z.array(z.strictObject({ on: z.iso.date(), costNanos: Nanos })),
  budget: z.nullable(z.strictObject({ ...MonthlyBudget.shape, setAt: Instant, setBy: z.string() })),
  standing: z.enum(["none", "fine", "warning", "stopped"]),
  /** Which mail waits because the budget is used up, the least important first. */
  stopped: z.array(z.enum(["broadcast", "journey", "notice", "asked-for"])),
  /** From when on what waits goes on by itself: the first of the next month, 00:00 UTC. */
  goesOnAt: Instant,
  prices: z.strictObject({
    region: z.string(),
    validFrom: z.iso.date(),
    readOn: z.iso.date(),
    sources: z.array(z.string()),
    /** When it was measured what the product itself takes for a mail. */
    usageMeasuredOn: z.string(),
    /** What one mail costs now, all told. */
    mailNanos: z.strictObject({ marketing: Nanos, transactional: Nanos }),
    /** What of that is SES's own price. */
    sesNanos: Nanos,
  }),
});
export type Costs = z.infer<typeof Costs>;

export const readCosts = route({
  id: "readCosts",
  method: "GET",
  path: "/v1/console/costs",
  audience: "staff",
  permission: "read",
  summary: "What mail has cost this month (UTC), by source and by goal reached, and how that stands with the budget",
  answers: { 200: Costs },
});

export const setMonthlyBudget = route({
  id: "setMonthlyBudget",
  method: "PUT",
  path: "/v1/console/costs/budget",
  audience: "staff",
  permission: "set-budget",
  summary: "Set what mail may cost a month; what waits goes on within a quarter of an hour if it now may",
  body: MonthlyBudget,
  answers: { 200: Costs },
});

export const removeMonthlyBudget = route({
  id: "removeMonthlyBudget",
  method: "DELETE",
  path: "/v1/console/costs/budget",
  audience: "staff",
  permission: "set-budget",
  summary: "Take the monthly budget away; nothing stops mail for its cost any more",
  answers: { 200: Costs },
});
