import type { Mail } from "../ses/mail.ts";
import { type Html, html } from "./html.ts";

interface Order {
  name: string;
  type: string;
  detail?: object;
  hint: string;
}

const AT_THE_SERVER: Order[] = [
  { name: "Delivered", type: "delivery", hint: "The reader's mail server took it" },
  { name: "Hard bounce", type: "bounce", hint: "The address does not exist; SES will suppress it" },
  { name: "Soft bounce", type: "bounce", detail: { bounceType: "Transient" }, hint: "The mailbox is full" },
  { name: "Delayed", type: "delay", hint: "The server does not answer yet" },
];

const AT_THE_READER: Order[] = [
  { name: "Opened", type: "open", hint: "A person opened it" },
  {
    name: "Opened by a machine",
    type: "open",
    detail: { machine: true },
    hint: "A privacy proxy fetched the pictures",
  },
  { name: "Complaint", type: "complaint", hint: "The reader called it spam; SES will suppress the address" },
];

/** Buttons that let something happen to a mail, as the provider would tell it. */
export function outcomeForms(mail: Mail, links: string[]): Html {
  const action = `/_local/view/mail/${encodeURIComponent(mail.id)}/events`;
  const told = mail.configurationSet
    ? html`The product hears of it through the configuration set <code>${mail.configurationSet}</code>.`
    : html`This mail names no configuration set, so the product will not hear of it.`;
  return html`<section class="outcomes"><h3>Let something happen</h3><p>${told}</p>
<div class="buttons">${AT_THE_SERVER.map((order) => button(action, order))}</div>
<div class="buttons">${AT_THE_READER.map((order) => button(action, order))}</div>
${links.length > 0 && clickForm(action, links)}</section>`;
}

function button(action: string, { name, type, detail, hint }: Order): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="type" value="${type}">
<input type="hidden" name="detail" value="${JSON.stringify(detail ?? {})}"><button title="${hint}">${name}</button></form>`;
}

function clickForm(action: string, links: string[]): Html {
  return html`<form method="post" action="${action}" class="click"><input type="hidden" name="type" value="click">
<label for="link">A click on</label> <select id="link" name="link">${links.map(
    (link) => html`<option value="${link}">${shortened(link)}</option>`,
  )}</select> <button>Click</button></form>`;
}

function shortened(link: string): string {
  return link.length > 80 ? `${link.slice(0, 77)}…` : link;
}
