import type { ControlRequest, ControlResponse } from "../control/control.ts";
import { sentLast24Hours } from "../ses/sending-limits.ts";
import { type Html, html } from "./html.ts";
import { fullMoment } from "./moment.ts";
import { page, seeOther } from "./page.ts";
import { fieldsOf, type Workbench } from "./workbench.ts";

const PATH = "/_local/view/sending";

const SWITCHES = [
  {
    setting: "enforceLimits",
    on: "Quota and rate are enforced",
    off: "Quota and rate are only reported",
    turnOn: "Enforce",
    turnOff: "Stop enforcing",
  },
  {
    setting: "sandbox",
    on: "The account is in the sandbox: only verified recipients",
    off: "The account may mail anyone",
    turnOn: "Enter the sandbox",
    turnOff: "Leave the sandbox",
  },
  {
    setting: "sendingEnabled",
    on: "Sending is on",
    off: "Sending is paused: every mail is refused",
    turnOn: "Resume sending",
    turnOff: "Pause sending",
  },
] as const;

/** The sending account: quota, sandbox, who is verified, who is suppressed. */
export function sendingPage({ ses, clock }: Workbench): ControlResponse {
  const { account, mails, suppression } = ses.store;
  const settings = account.settings();
  const suppressed = suppression.list();
  const content = html`<section class="narrow"><h1>Sending</h1>
<dl class="figures"><div><dt>Sent in 24 hours</dt><dd>${sentLast24Hours(mails, clock.now())}</dd></div>
<div><dt>Quota</dt><dd>${settings.max24HourSend.toLocaleString("en")}</dd></div>
<div><dt>A second</dt><dd>${settings.maxSendRate}</dd></div></dl>
<ul class="switches">${SWITCHES.map((each) => switchForm(each, settings[each.setting]))}</ul>
<form method="post" action="${PATH}" class="row"><label for="quota">Quota a day</label>
<input id="quota" name="max24HourSend" type="number" min="0" value="${settings.max24HourSend}"><label for="rate">Mails a second</label>
<input id="rate" name="maxSendRate" type="number" min="1" value="${settings.maxSendRate}"><button>Save</button></form>
<h2>Verified senders</h2><p>${account.identities().map((identity) => html`<code>${identity}</code> `)}</p>
<h2>Suppressed addresses</h2>
${
  suppressed.length === 0
    ? html`<p>Nobody. A hard bounce or a complaint puts an address here, and mail to it is accepted and dropped.</p>`
    : html`<ul class="suppressed">${suppressed.map(
        (
          each,
        ) => html`<li><span>${each.address}</span> <span class="hint">${each.reason.toLowerCase()}, ${fullMoment(each.at)}</span>
<form method="post" action="${PATH}/suppression/remove"><input type="hidden" name="address" value="${each.address}"><button class="quiet">Remove</button></form></li>`,
      )}</ul>`
}
<h2>Addresses that behave</h2><p>The mailbox simulator answers at <code>success@</code>, <code>bounce@</code>, <code>complaint@</code>, <code>suppressionlist@</code> and <code>ooto@simulator.amazonses.com</code>; a label such as <code>bounce+ana@</code> makes them distinct.</p>
</section>`;
  return page({ title: "Sending", room: "sending", now: clock.now(), content });
}

function switchForm({ setting, on, off, turnOn, turnOff }: (typeof SWITCHES)[number], isOn: boolean): Html {
  return html`<li><span>${isOn ? on : off}</span><form method="post" action="${PATH}">
<input type="hidden" name="${setting}" value="${String(!isOn)}"><button class="quiet">${isOn ? turnOff : turnOn}</button></form></li>`;
}

/** Changes the account as a form asks. */
export function changeSending({ ses }: Workbench, request: ControlRequest): ControlResponse {
  const fields = fieldsOf(request);
  const flags = SWITCHES.filter(({ setting }) => fields.has(setting)).map(({ setting }) => [
    setting,
    fields.get(setting) === "true",
  ]);
  const numbers = ["max24HourSend", "maxSendRate"]
    .filter((name) => Number.isFinite(Number.parseFloat(fields.get(name) ?? "")))
    .map((name) => [name, Number(fields.get(name))]);
  ses.store.account.change(Object.fromEntries([...flags, ...numbers]));
  return seeOther(PATH);
}

export function removeSuppression({ ses }: Workbench, request: ControlRequest): ControlResponse {
  ses.store.suppression.delete(fieldsOf(request).get("address") ?? "");
  return seeOther(PATH);
}
