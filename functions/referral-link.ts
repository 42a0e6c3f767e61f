import { ATTRIBUTION_DAYS, attributionCookie, REFERRAL_CODE } from "./http/attribution-cookie.ts";
import { redirect } from "./http/respond.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** GET /r/{code}: remembers the advocate in the visitor's browser, changes nothing here, and leads to the offer. */
export const handler = httpHandler(async ({ pathParameters }) => {
  const code = pathParameters?.code ?? "";
  // Whoever mistyped a link still gets to see the offer.
  if (!REFERRAL_CODE.test(code)) return redirect("/");
  return redirect(`/?ref=${code}`, { cookies: [attributionCookie(code, ATTRIBUTION_DAYS)] });
});
