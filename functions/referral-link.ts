import { ATTRIBUTION_DAYS, attributionCookie } from "./http/attribution-cookie.ts";
import { problem } from "./http/problem.ts";
import { redirect } from "./http/respond.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** GET /r/{code}: remembers the advocate in the visitor's browser, changes nothing here, and leads to the offer. */
export const handler = httpHandler(async ({ pathParameters }) => {
  const code = pathParameters?.code ?? "";
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(code)) return problem("not-found");
  return redirect(`/?ref=${code}`, { cookies: [attributionCookie(code, ATTRIBUTION_DAYS)] });
});
