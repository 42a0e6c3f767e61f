import { ControlRefusal, type ControlRequest, type ControlResponse } from "../control/control.ts";
import type { QueuedMessage } from "../queues/queue.ts";
import { type Html, html } from "./html.ts";
import { fullMoment, timeUntil } from "./moment.ts";
import { emptyState, page, seeOther } from "./page.ts";
import { prettyJson } from "./pretty-json.ts";
import { isDeadLetterQueue, queuePath } from "./queues-page.ts";
import { fieldsOf, type Workbench } from "./workbench.ts";

const SHOWN = 100;

/** What lies in one queue; in a dead letter queue also the way back. */
export function queuePage(workbench: Workbench, request: ControlRequest): ControlResponse {
  const { queues, clock } = workbench;
  const name = knownQueue(workbench, request);
  const now = clock.now();
  const messages = queues.peek(name, SHOWN);
  const isDead = isDeadLetterQueue(queues, name);
  const canGoBack = queues.sourcesOf(name).length > 0;
  const buttons = (id: string) => isDead && acts(name, id, canGoBack && messages.length > 1);
  const content = html`<section class="wide"><p><a href="/_local/view/queues">← Queues</a></p><h1>${name}</h1>
${isDead && html`<p>${origin(workbench, name)}</p>`}
${canGoBack && messages.length > 0 && redriveForm(name, messages.length)}
${messages.length === 0 ? empty(isDead) : html`<ol class="messages">${messages.map((message) => item(message, now, buttons(message.id)))}</ol>`}
</section>`;
  return page({ title: name, room: "queues", now, content });
}

/** Sends dead letters back to the queue they came from: all, or one. */
export function redriveLetters(workbench: Workbench, request: ControlRequest): ControlResponse {
  const name = knownQueue(workbench, request);
  workbench.queues.redrive(name, fieldsOf(request).get("id") ?? undefined);
  return seeOther(queuePath(name));
}

export function discardMessage(workbench: Workbench, request: ControlRequest): ControlResponse {
  const name = knownQueue(workbench, request);
  workbench.queues.discard(fieldsOf(request).get("id") ?? "");
  return seeOther(queuePath(name));
}

function knownQueue({ queues }: Workbench, { params }: ControlRequest): string {
  const name = params.name ?? "";
  if (!queues.get(name)) throw new ControlRefusal(404, `There is no queue ${name}.`);
  return name;
}

function origin({ queues }: Workbench, name: string): string {
  const sources = queues.sourcesOf(name);
  if (sources.length === 0)
    return "Here ends what a function that reads a stream gave up on; it tells where in the stream to look.";
  const attempts = queues.get(sources[0] ?? "")?.maxReceiveCount ?? "several";
  return `Here end the messages that ${sources.join(", ")} gave up on after ${attempts} attempts.`;
}

function redriveForm(name: string, count: number): Html {
  const label = count === 1 ? "Send it back" : "Send all back";
  return html`<form method="post" action="${queuePath(name)}/redrive"><button class="primary">${label}</button></form>`;
}

function empty(isDeadLetters: boolean): Html {
  return isDeadLetters
    ? emptyState(
        "No dead letters",
        html`Nothing was given up. What fails too often would lie here with its content, ready to be sent back.`,
      )
    : emptyState(
        "Nothing waits",
        html`Everything in this queue is done. Messages show here while they wait or are in flight.`,
      );
}

/** The only letter needs no button of its own to go back: the one above does the same. */
function acts(name: string, id: string, maySendBack: boolean): Html {
  return html`${maySendBack && actForm(name, id, "redrive", "Send back")}
${actForm(name, id, "discard", "Discard", "Discard this message for good?")}`;
}

function item(message: QueuedMessage, now: number, actsOnDead: Html | false): Html {
  return html`<li><header>${stateMark(message, now, actsOnDead !== false)}<time>${fullMoment(message.sentAt)}</time>
<span class="hint">${fateOf(message, now)}</span>${actsOnDead}</header><pre tabindex="0">${prettyJson(message.body)}</pre></li>`;
}

function stateMark(message: QueuedMessage, now: number, isDead: boolean): Html {
  if (isDead) return html`<span class="outcome bounced">dead</span>`;
  if (message.visibleAt <= now) return html`<span class="outcome">waiting</span>`;
  return html`<span class="outcome delayed">${message.receiptHandle === null ? "delayed" : "in flight"}</span>`;
}

function fateOf(message: QueuedMessage, now: number): string {
  const parts = [
    message.visibleAt > now ? `back ${timeUntil(message.visibleAt, now)}` : "",
    message.receiveCount > 0 ? `received ${message.receiveCount}×` : "",
    message.diedIn === null ? "" : `from ${message.diedIn}`,
  ];
  return parts.filter(Boolean).join(", ");
}

function actForm(name: string, id: string, act: string, label: string, ask?: string): Html {
  return html`<form method="post" action="${queuePath(name)}/${act}"><input type="hidden" name="id" value="${id}">
<button class="quiet"${ask !== undefined && html` data-ask="${ask}"`}>${label}</button></form>`;
}
