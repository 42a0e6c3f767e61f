import * as z from "zod/mini";
import { TrialRequest } from "../sign-up-from.ts";
import { route } from "./route.ts";

export const SignInRequest = z.strictObject({ email: z.string().check(z.maxLength(320)) });
export const ConfirmationPending = z.strictObject({ status: z.literal("confirmation-pending") });
export const LinkSent = z.strictObject({ status: z.literal("link-sent") });

const origin = z.object({
  ref: z.optional(z.string()),
  via: z.optional(z.string()),
  utm_source: z.optional(z.string()),
  utm_medium: z.optional(z.string()),
  utm_campaign: z.optional(z.string()),
});

export const requestTrial = route({
  id: "requestTrial",
  method: "POST",
  path: "/v1/trials",
  audience: "public",
  summary: "Ask for a free trial; the answer is the same for known, unknown and suppressed addresses",
  query: origin,
  body: TrialRequest,
  answers: { 202: ConfirmationPending },
});

export const requestSignIn = route({
  id: "requestSignIn",
  method: "POST",
  path: "/v1/sign-in",
  audience: "public",
  summary: "Get a sign-in link by mail, if the address may sign in; the answer is the same for everybody",
  body: SignInRequest,
  answers: { 202: LinkSent },
});
