import * as z from "zod/mini";
import { type Route, route } from "./route.ts";

const link = z.object({ t: z.string() });
const page = (declared: Pick<Route, "id" | "method" | "path" | "summary"> & Partial<Route>): Route =>
  route({ audience: "public", answers: { 200: null }, ...declared });

/** The pages that people open in a browser; a GET of any of them changes nothing. */
export const pageRoutes: readonly Route[] = [
  page({ id: "landingPage", method: "GET", path: "/", summary: "Page of the default offer" }),
  page({
    id: "offerPage",
    method: "GET",
    path: "/o/{offer}",
    summary: "Page of one offer",
    params: z.object({ offer: z.string() }),
  }),
  page({ id: "trialForm", method: "POST", path: "/trials", summary: "The offer page's form", answers: { 202: null } }),
  page({ id: "confirmPage", method: "GET", path: "/confirm", summary: "Page with one button", query: link }),
  page({ id: "confirm", method: "POST", path: "/confirm", summary: "Confirm the address and start the trial" }),
  page({
    id: "referralLink",
    method: "GET",
    path: "/r/{code}",
    summary: "Keep who brought the visitor and lead on to the offer",
    params: z.object({ code: z.string() }),
    answers: { 303: null },
  }),
  page({
    id: "trackedLink",
    method: "GET",
    path: "/c/{link}/{token}",
    summary: "Lead on from a link in a mail to where it led when the mail was made",
    params: z.object({ link: z.string(), token: z.string() }),
    answers: { 302: null, 404: null },
  }),
  page({ id: "unsubscribePage", method: "GET", path: "/unsubscribe", summary: "Page with one button", query: link }),
  page({
    id: "unsubscribe",
    method: "POST",
    path: "/unsubscribe",
    summary: "Stop marketing mail; also RFC 8058's one-click request",
    query: link,
  }),
  page({ id: "preferencesPage", method: "GET", path: "/preferences", summary: "What to get and how", query: link }),
  page({ id: "savePreferences", method: "POST", path: "/preferences", summary: "Save the preferences", query: link }),
  page({
    id: "signInPage",
    method: "GET",
    path: "/sign-in",
    summary: "Ask for a link, or one button behind a link",
    query: z.partial(link),
  }),
  page({
    id: "signIn",
    method: "POST",
    path: "/sign-in",
    summary: "Ask for a link, or sign in by one",
    answers: { 202: null, 303: null },
  }),
  page({
    id: "redeem",
    method: "POST",
    path: "/me/redemptions",
    audience: "member",
    summary: "The button below a reward: spend points on it, once for each page",
    answers: { 303: null },
  }),
  page({
    id: "callOff",
    method: "POST",
    path: "/me/redemptions/cancel",
    audience: "member",
    summary: "Call off what nobody has sent yet; the points are back",
    answers: { 303: null },
  }),
  page({ id: "signOut", method: "POST", path: "/sign-out", summary: "End the session", answers: { 303: null } }),
  page({ id: "portal", method: "GET", path: "/me", audience: "member", summary: "The member's own page" }),
];
