import * as z from "zod/mini";

/** RFC 9457 problem document; `code` is stable, `detail` says in plain words what to do next. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

export const Instant = z.string().check(z.describe("UTC instant, ISO 8601, such as 2026-11-23T14:00:00.000Z"));
export const ContactId = z.string().check(z.regex(/^con_[0-9A-Za-z_-]{1,60}$/));

/** Why somebody does what others will ask about. */
export const StatedReason = z.string().check(z.trim(), z.minLength(3), z.maxLength(200));

/** Cursor paging: hand `next` back to read on; null is the end. */
export const Paging = {
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 30),
  next: z.optional(z.string().check(z.maxLength(2000))),
};

/** Paging of the lists that integrators and members read. */
export const WidePaging = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
  next: z.optional(z.string().check(z.maxLength(2000))),
});
