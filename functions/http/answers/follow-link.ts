import { followLink } from "../../mail/follow-link.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { messagePage } from "../pages/message.ts";
import { statusFor } from "../problem.ts";
import { html, leadOn } from "../respond.ts";
import { visitOf } from "../visit.ts";

/** GET /c/{link}/{token}: leads on from a link in a mail; any other link gets a page with the way to the offer. */
export async function showLinkTarget(event: HttpEvent): Promise<HttpResponse> {
  const { link = "", token = "" } = event.pathParameters ?? {};
  const followed = await followLink(link, token, now());
  if (followed.ok) return leadOn(followed.address);
  const { frame } = await visitOf(event, "/");
  return html(statusFor(followed.reason), messagePage({ kind: "not-found" }, frame));
}
