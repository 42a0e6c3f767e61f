import type { ControlResponse } from "../control/control.ts";
import { type Html, html } from "./html.ts";
import { fullMoment } from "./moment.ts";

export interface Page {
  title: string;
  /** The room it belongs to, lit in the navigation. */
  room: Room;
  now: number;
  content: Html;
  status?: number;
}

const ROOMS = [
  { id: "inbox", name: "Inbox", path: "/_local" },
  { id: "clock", name: "Clock", path: "/_local/view/clock" },
  { id: "queues", name: "Queues", path: "/_local/view/queues" },
  { id: "logs", name: "Logs", path: "/_local/view/logs" },
  { id: "tables", name: "Tables", path: "/_local/view/tables" },
  { id: "sending", name: "Sending", path: "/_local/view/sending" },
] as const;

export type Room = (typeof ROOMS)[number]["id"];

// Nothing inline and nothing foreign: a name or subject that slipped past the escaping could still do nothing.
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A room of the workbench in its frame: navigation, the product's time, and the content. */
export function page({ title, room, now, content, status }: Page): ControlResponse {
  const frame = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Workbench</title>
<link rel="stylesheet" href="/_local/view/workbench.css">
<link rel="icon" href="data:,">
<script src="/_local/view/workbench.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top">
<a class="brand" href="/_local">Workbench</a>
<nav aria-label="Rooms">${ROOMS.map(
    (each) => html`<a href="${each.path}"${each.id === room && html` aria-current="page"`}>${each.name}</a>`,
  )}</nav>
<a class="time" href="/_local/view/clock" title="The product's time"><time data-clock="${now}">${fullMoment(now)}</time></a>
</header>
<main id="content" class="room-${room}">${content}</main>
<footer class="bottom">The product: <a href="/">landing page</a> · <a href="/me">portal</a> · <a href="/console">console</a></footer>
</body>
</html>`;
  return {
    status: status ?? 200,
    headers: {
      "content-security-policy": POLICY,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body: frame.html,
  };
}

/** After a form was carried out: look at the result, and a reload repeats nothing. */
export const seeOther = (location: string): ControlResponse => ({ status: 303, headers: { location }, body: "" });

/** What a room says while there is nothing in it: why, and the one thing to do. */
export function emptyState(says: string, explains: Html, action?: { href: string; name: string }): Html {
  const button = action && html`<p><a class="button primary" href="${action.href}">${action.name}</a></p>`;
  return html`<section class="empty"><h2>${says}</h2><p>${explains}</p>${button}</section>`;
}
