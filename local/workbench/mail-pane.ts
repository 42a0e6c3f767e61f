import { type InboxMessage, inboxMessage, linksIn } from "../ses/inbox.ts";
import type { Mail } from "../ses/mail.ts";
import { EVENT_NAMES } from "../ses/mail-event.ts";
import { type Html, html, queryOf } from "./html.ts";
import { type MailView, mailBody } from "./mail-body.ts";
import { fullMoment } from "./moment.ts";
import { outcomeForms } from "./outcome-forms.ts";
import { outcomeMark } from "./outcome-mark.ts";
import type { Workbench } from "./workbench.ts";

const VIEWS = [
  ["html", "HTML"],
  ["text", "Text"],
  ["source", "Source"],
] as const;

/** One mail as its reader would see it, and what becomes of it. */
export async function mailPane(workbench: Workbench, mail: Mail, query: URLSearchParams): Promise<Html> {
  const message = await inboxMessage(mail);
  const view = viewFrom(query, message);
  return html`<article class="mail">
<a class="back" href="/_local">← Inbox</a>
<h2 class="title">${message.subject || "(no subject)"}</h2>
<dl class="facts">
<dt>To</dt><dd>${message.to} ${outcomeMark(mail)}</dd>
<dt>From</dt><dd>${message.from}</dd>
<dt>Sent</dt><dd>${fullMoment(mail.at)}</dd>
<dt>Tags</dt><dd>${tagList(mail)}</dd>
</dl>
${toolbar(mail, view, message)}
${mailBody(mail, message, view)}
${outcomeForms(mail, linksIn(message))}
${history(workbench, mail)}
</article>`;
}

function viewFrom(query: URLSearchParams, message: InboxMessage): MailView {
  const pick = <Choice extends string>(name: string, choices: readonly Choice[]): Choice =>
    choices.find((choice) => choice === query.get(name)) ?? (choices[0] as Choice);
  return {
    view: pick("view", message.html ? (["html", "text", "source"] as const) : (["text", "html", "source"] as const)),
    width: pick("width", ["desktop", "phone"] as const),
    theme: pick("theme", ["light", "dark"] as const),
  };
}

function toolbar(mail: Mail, view: MailView, message: InboxMessage): Html {
  const link = (changes: Partial<MailView>, name: string, isOn: boolean) =>
    html`<a href="/_local/view/mail/${encodeURIComponent(mail.id)}${queryOf({ ...view, ...changes })}#mail"${isOn && html` aria-current="true"`}>${name}</a>`;
  const parts = VIEWS.filter(([id]) => id !== "html" || message.html !== "");
  const looks = html`<div class="tabs" role="group" aria-label="Width">
${link({ width: "desktop" }, "Desktop", view.width === "desktop")}${link({ width: "phone" }, "Phone", view.width === "phone")}</div>
<div class="tabs" role="group" aria-label="Colours">
${link({ theme: "light" }, "Light", view.theme === "light")}${link({ theme: "dark" }, "Dark", view.theme === "dark")}</div>`;
  return html`<div class="toolbar" id="mail"><div class="tabs" role="group" aria-label="Part">
${parts.map(([id, name]) => link({ view: id }, name, view.view === id))}</div>
${view.view === "html" && looks}</div>`;
}

function tagList(mail: Mail): Html {
  const tags = Object.entries(mail.tags).map(([name, value]) => html`<code>${name}=${value}</code> `);
  return html`${tags}${mail.configurationSet && html`<code>${mail.configurationSet}</code>`}`;
}

function history(workbench: Workbench, mail: Mail): Html {
  const events = workbench.ses.eventsOf(mail.id);
  const rows = events.map(
    (event) => html`<li><details><summary><span>${EVENT_NAMES[event.type].eventType}</span>
<time>${fullMoment(event.dueAt)}</time></summary><pre tabindex="0">${JSON.stringify(JSON.parse(event.payload), null, 2)}</pre></details></li>`,
  );
  return html`<section class="history" id="happened"><h3>What was told to the product</h3><ol>${rows}</ol></section>`;
}
