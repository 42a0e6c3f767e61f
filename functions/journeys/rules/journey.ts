import * as z from "zod/mini";
import { Words } from "../../offers/rules/offer.ts";

const name = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/, "lower-case letters, digits and hyphens"));
const duration = z.iso.duration();
const localTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a local time such as 09:30"));

const SendStep = z.strictObject({
  id: name,
  /** `offer`: the mail states this offer's deadline and stock, and is not sent once it is over. */
  send: z.strictObject({ template: name, offer: z.optional(name) }),
});

const WaitStep = z.strictObject({
  id: name,
  /**
   * Waits for a duration; with `beforeOfferEnds` further until so long before the offer closes (or closes the next
   * time, when it is nearer than that); with `at` further until that local time of the contact.
   */
  wait: z.strictObject({
    for: duration,
    beforeOfferEnds: z.optional(z.strictObject({ offer: name, by: duration })),
    at: z.optional(localTime),
  }),
});

const WaitForStep = z.strictObject({
  id: name,
  /** Waits for an event, but at most for a duration. */
  waitFor: z.strictObject({ event: z.string(), atMost: duration, at: z.optional(localTime) }),
});

export const Step = z.union([SendStep, WaitStep, WaitForStep]);
export type Step = z.infer<typeof Step>;

/** Ordered steps that a contact passes through after an event, until an exit or the end. */
export const Journey = z.strictObject({
  name,
  version: z.int().check(z.minimum(1)),
  title: Words,
  trigger: z.strictObject({ event: z.string() }),
  /** Whether the same contact may pass through once, or anew with every triggering event. */
  reentry: z.enum(["once", "always"]),
  /** `goal`: what the journey is for; who leaves it so is counted, and the journey's cost is told for each of them. */
  exits: z.array(z.strictObject({ event: z.string(), reason: z.string(), goal: z.optional(z.literal(true)) })),
  steps: z.array(Step).check(z.minLength(1), z.maxLength(100)),
});
export type Journey = z.infer<typeof Journey>;
