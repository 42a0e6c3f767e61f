import type { ControlResponse } from "../control/control.ts";
import { type Html, html } from "./html.ts";
import { emptyState, page } from "./page.ts";
import type { Workbench } from "./workbench.ts";

/** Every queue with what waits in it, its dead letters beside it. */
export function queuesPage(workbench: Workbench): ControlResponse {
  const { queues, clock } = workbench;
  const dead = queues.names().filter((name) => isDeadLetterQueue(queues, name));
  const working = queues.names().filter((name) => !dead.includes(name));
  const ownerless = dead.filter((name) => queues.sourcesOf(name).length === 0);
  const letters = dead.reduce((sum, name) => sum + queues.counts(name).visible, 0);
  const table = html`<div class="scroll"><table><thead><tr><th scope="col">Queue</th><th scope="col" class="number">Waiting</th>
<th scope="col" class="number">In flight</th><th scope="col" class="number">Delayed</th><th scope="col" class="number">Dead letters</th></tr></thead>
<tbody>${working.map((name) => row(workbench, name))}${ownerless.map((name) => deadRow(workbench, name))}</tbody></table></div>`;
  const content = html`<section class="wide"><h1>Queues</h1>
<p>${summary(letters)}</p>
${working.length === 0 ? emptyState("No queues", html`The stacks that were synthesized define none.`) : table}</section>`;
  return page({ title: "Queues", room: "queues", now: clock.now(), content });
}

function summary(letters: number): string {
  if (letters === 0)
    return "Nothing has died. Work that fails is tried again when its visibility runs out; wind the clock to see it.";
  return `${letters === 1 ? "One message has" : `${letters} messages have`} died: open the dead letters, mend the cause, send them back.`;
}

function row({ queues }: Workbench, name: string): Html {
  const counts = queues.counts(name);
  const deadName = queues.get(name)?.deadLetterQueue;
  const dead = deadName !== undefined && queues.get(deadName) ? queues.counts(deadName).visible : undefined;
  return html`<tr><th scope="row"><a href="${queuePath(name)}">${name}</a></th>
<td class="number">${counts.visible}</td><td class="number">${counts.inFlight}</td><td class="number">${counts.delayed}</td>
<td class="number${dead ? " bad" : ""}">${dead === undefined ? "none kept" : html`<a href="${queuePath(deadName ?? "")}">${dead}</a>`}</td></tr>`;
}

/** Letters of a function that reads a stream: there is no queue beside which they could stand. */
function deadRow({ queues }: Workbench, name: string): Html {
  const dead = queues.counts(name).visible;
  return html`<tr><th scope="row"><a href="${queuePath(name)}">${name}</a></th><td class="number">–</td><td class="number">–</td>
<td class="number">–</td><td class="number${dead > 0 ? " bad" : ""}"><a href="${queuePath(name)}">${dead}</a></td></tr>`;
}

/** Some queue gives up into it, or its name says so: a stream's failures come from no queue. */
export function isDeadLetterQueue(queues: Workbench["queues"], name: string): boolean {
  return queues.sourcesOf(name).length > 0 || /dead|dlq/i.test(name);
}

export function queuePath(name: string): string {
  return `/_local/view/queues/${encodeURIComponent(name)}`;
}
