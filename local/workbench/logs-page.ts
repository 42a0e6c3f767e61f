import type { ControlRequest, ControlResponse } from "../control/control.ts";
import type { LogLine } from "../lambda/log-book.ts";
import { type Html, html } from "./html.ts";
import { emptyState, page } from "./page.ts";
import { prettyJson } from "./pretty-json.ts";
import type { Workbench } from "./workbench.ts";

const LINES_SHOWN = 200;
const LINES_SEARCHED = 5_000;

/** What the functions wrote, newest first. */
export function logsPage(workbench: Workbench, { query }: ControlRequest): ControlResponse {
  const { logs, clock } = workbench;
  const chosen = query.get("function") || undefined;
  const search = query.get("q") ?? "";
  const lines = logs
    .read({ ...(chosen !== undefined && { functionName: chosen }), limit: LINES_SEARCHED })
    .filter((line) => line.text.toLowerCase().includes(search.toLowerCase()) || line.requestId === search)
    .reverse()
    .slice(0, LINES_SHOWN);
  const content = html`<section class="wide"><h1>Function logs</h1>
<form class="row" action="/_local/view/logs"><label for="function">Function</label>
<select id="function" name="function"><option value="">all</option>${logs
    .functionNames()
    .map((name) => html`<option${name === chosen && html` selected`}>${name}</option>`)}</select>
<label for="q" class="hidden">Text or request id</label><input id="q" name="q" type="search" value="${search}" placeholder="Text or request id">
<button>Show</button></form>
${lines.length === 0 ? nothing(search !== "" || chosen !== undefined) : html`<ol class="lines">${lines.map(lineItem)}</ol>`}</section>`;
  return page({ title: "Logs", room: "logs", now: clock.now(), content });
}

function nothing(isFiltered: boolean): Html {
  if (isFiltered)
    return emptyState("Nothing matches", html`No line that is still kept has this text.`, {
      href: "/_local/view/logs",
      name: "Show all lines",
    });
  return emptyState(
    "No function has written anything yet",
    html`Functions write here when there is something to tell or something goes wrong.`,
    {
      href: "/",
      name: "Open the landing page",
    },
  );
}

function lineItem(line: LogLine): Html {
  const { level, message, isJson } = summaryOf(line);
  const head = html`<time>${line.at.slice(11, 23)}</time> <b>${line.functionName}</b> <span class="level ${level}">${level}</span> <span class="said">${message}</span>`;
  return html`<li>${isJson ? html`<details><summary>${head}</summary><pre tabindex="0">${prettyJson(line.text)}</pre></details>` : html`<p>${head}</p>`}</li>`;
}

function summaryOf(line: LogLine): { level: string; message: string; isJson: boolean } {
  const plain = { level: line.stream === "stderr" ? "error" : line.stream === "platform" ? "platform" : "info" };
  try {
    const entry: unknown = JSON.parse(line.text);
    if (entry === null || typeof entry !== "object") throw new Error("no object");
    const { level, message } = entry as { level?: unknown; message?: unknown };
    return { level: String(level ?? plain.level).toLowerCase(), message: String(message ?? line.text), isJson: true };
  } catch {
    return { ...plain, message: line.text, isJson: false };
  }
}
