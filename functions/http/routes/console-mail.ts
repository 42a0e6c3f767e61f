import * as z from "zod/mini";
import { route } from "./route.ts";
import { ContactId, Instant, Paging } from "./shared-schemas.ts";

export const UnknownMail = z.strictObject({
  id: z.string(),
  contactId: ContactId,
  /** Empty when the person has been erased since. */
  email: z.string(),
  name: z.string(),
  template: z.string(),
  version: z.nullable(z.int()),
  lane: z.enum(["marketing", "transactional"]),
  queuedAt: Instant,
  /** How many times SES may have been given it. */
  attempts: z.int(),
  /** What became of the last call, as SES, the network or the sender put it. */
  failure: z.string(),
});
export type UnknownMail = z.infer<typeof UnknownMail>;
export const UnknownMailList = z.strictObject({ items: z.array(UnknownMail), next: z.nullable(z.string()) });

export const listUnknownMail = route({
  id: "listUnknownMail",
  method: "GET",
  path: "/v1/console/mail/unknown",
  audience: "staff",
  permission: "read",
  summary: "Messages of which nobody knows whether they went out, because SES's answer was lost; newest first",
  query: z.strictObject(Paging),
  answers: { 200: UnknownMailList },
});
