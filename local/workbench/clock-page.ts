import { targetOf } from "../control/clock-routes.ts";
import { ControlRefusal, type ControlRequest, type ControlResponse } from "../control/control.ts";
import { type Html, html, queryOf } from "./html.ts";
import { fullMoment, shortMoment, timeUntil } from "./moment.ts";
import { page, seeOther } from "./page.ts";
import { fieldsOf, type Workbench } from "./workbench.ts";

const STEPS = [
  ["PT1H", "1 hour"],
  ["P1D", "1 day"],
  ["P3D", "3 days"],
  ["P1W", "1 week"],
  ["P2W", "2 weeks"],
  ["P1M", "1 month"],
] as const;

const MAILS_SHOWN = 20;
const PATH = "/_local/view/clock";

/** The product's time, how to wind it, and after winding what happened on the way. */
export function clockPage(workbench: Workbench, request: ControlRequest, refusal?: string): ControlResponse {
  const now = workbench.clock.now();
  const nearby = workbench.queues.nextDueAt();
  const content = html`<section class="narrow">
<h1>The product’s time</h1>
<p class="big"><time data-clock="${now}">${fullMoment(now)}</time></p>
<p>Time flows by itself. Wind it forward and everything that falls due on the way happens, in order and at its own moment: mails, expiries, retries, tier changes. It cannot be wound back.</p>
${refusal !== undefined && html`<p class="refusal" role="alert">${refusal}</p>`}
<form method="post" action="${PATH}" class="steps" data-busy="Winding…">${STEPS.map(
    ([advance, name], at) =>
      html`<button name="advance" value="${advance}"${at === 1 && html` class="primary"`}>+ ${name}</button>`,
  )}</form>
<form method="post" action="${PATH}" class="row" data-busy="Winding…"><label for="wind">Or wind by or to</label>
<input id="wind" name="wind" required placeholder="P10DT6H or 2027-01-31T09:00:00Z" autocomplete="off" spellcheck="false">
<button>Wind</button></form>
${nearby !== undefined && nearby > now && html`<p class="hint">The next hidden queue message comes back ${timeUntil(nearby, now)}.</p>`}
${ranReport(workbench, request)}
</section>`;
  return page({ title: "Clock", room: "clock", now, content, status: refusal === undefined ? 200 : 400 });
}

/** Carries out a wind that a form asked for. */
export async function windClock(workbench: Workbench, request: ControlRequest): Promise<ControlResponse> {
  const fields = fieldsOf(request);
  const asked = (fields.get("advance") ?? fields.get("wind") ?? "").trim();
  const from = workbench.clock.now();
  try {
    const target = targetOf(/^[+-]?P/i.test(asked) ? { advance: asked } : { to: asked }, from);
    const ran = await workbench.winder.windTo(target);
    return seeOther(`${PATH}${queryOf({ from, ran: JSON.stringify(ran) })}`);
  } catch (cause) {
    if (!(cause instanceof ControlRefusal) && !(cause instanceof Error)) throw cause;
    return clockPage(workbench, request, cause.message);
  }
}

function ranReport({ ses, clock }: Workbench, { query }: ControlRequest): Html | false {
  const from = Number(query.get("from"));
  if (!Number.isFinite(from) || from <= 0) return false;
  const ran = Object.entries(ranFrom(query.get("ran")));
  const mails = ses.list({ since: from, limit: MAILS_SHOWN });
  const total = ses.count({ since: from });
  return html`<section class="ran"><h2>What happened since ${shortMoment(from, clock.now())}</h2>
${ran.length === 0 ? html`<p>Nothing fell due.</p>` : html`<dl class="figures">${ran.map(([name, count]) => html`<div><dt>${name}</dt><dd>${count}</dd></div>`)}</dl>`}
<h3>${total === 0 ? "No mail was sent" : total === 1 ? "1 mail was sent" : `${total} mails were sent`}</h3>
<ol class="mails">${mails.map(
    (
      mail,
    ) => html`<li><a href="/_local/view/mail/${encodeURIComponent(mail.id)}"><span class="who">${mail.recipients.join(", ")}</span>
<time>${shortMoment(mail.at, clock.now())}</time><span class="subject">${mail.subject}</span></a></li>`,
  )}</ol>${total > MAILS_SHOWN && html`<p><a href="/_local">All of them are in the inbox</a></p>`}</section>`;
}

function ranFrom(text: string | null): Record<string, number> {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
}
