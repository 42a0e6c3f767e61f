import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Control, ControlRefusal, type ControlRequest, type ControlResponse } from "../control/control.ts";
import { clockPage, windClock } from "./clock-page.ts";
import { inboxPage } from "./inbox-page.ts";
import { logsPage } from "./logs-page.ts";
import { mailFrame } from "./mail-frame.ts";
import { MailEventOrder, mailRoutes, orderOutcome } from "./mail-routes.ts";
import { seeOther } from "./page.ts";
import { discardMessage, queuePage, redriveLetters } from "./queue-page.ts";
import { queuesPage } from "./queues-page.ts";
import { changeSending, removeSuppression, sendingPage } from "./sending-page.ts";
import { tablesPage } from "./tables-page.ts";
import { fieldsOf, type Workbench } from "./workbench.ts";

const VIEW = "/_local/view";

const STYLE = ["base", "frame", "controls", "inbox", "mail", "rooms"]
  .map((name) => readFileSync(join(import.meta.dirname, "style", `${name}.css`), "utf8"))
  .join("\n");

/** Opens the workbench at `/_local` with the scripts' mail routes beside it. */
export function workbenchRoutes(control: Control, workbench: Workbench): void {
  mailRoutes(control, workbench);
  inboxRoutes(control, workbench);
  control.on("GET", `${VIEW}/clock`, (request) => clockPage(workbench, request));
  control.on("POST", `${VIEW}/clock`, (request) => windClock(workbench, request));
  control.on("GET", `${VIEW}/queues`, () => queuesPage(workbench));
  control.on("GET", `${VIEW}/queues/{name}`, (request) => queuePage(workbench, request));
  control.on("POST", `${VIEW}/queues/{name}/redrive`, (request) => redriveLetters(workbench, request));
  control.on("POST", `${VIEW}/queues/{name}/discard`, (request) => discardMessage(workbench, request));
  control.on("GET", `${VIEW}/logs`, (request) => logsPage(workbench, request));
  control.on("GET", `${VIEW}/tables`, (request) => tablesPage(workbench, request));
  control.on("GET", `${VIEW}/tables/{name}`, (request) => tablesPage(workbench, request));
  control.on("GET", `${VIEW}/sending`, () => sendingPage(workbench));
  control.on("POST", `${VIEW}/sending`, (request) => changeSending(workbench, request));
  control.on("POST", `${VIEW}/sending/suppression/remove`, (request) => removeSuppression(workbench, request));
  control.on("GET", `${VIEW}/workbench.css`, () => ({
    headers: { "content-type": "text/css; charset=utf-8" },
    body: STYLE,
  }));
  control.on("GET", `${VIEW}/workbench.js`, () => ({
    headers: { "content-type": "text/javascript; charset=utf-8" },
    body: readFileSync(join(import.meta.dirname, "workbench.js")),
  }));
}

function inboxRoutes(control: Control, workbench: Workbench): void {
  const { ses } = workbench;
  control.on("GET", "/_local", (request) => inboxPage(workbench, request));
  control.on("GET", "/_local/", (request) => inboxPage(workbench, request));
  control.on("GET", `${VIEW}/mail/{id}`, (request) => inboxPage(workbench, request));
  control.on("GET", `${VIEW}/mail/{id}/frame`, (request) => mailFrame(workbench, request));
  control.on("POST", `${VIEW}/mail/{id}/events`, (request) => outcomeOrdered(workbench, request));
  control.on("GET", `${VIEW}/inbox/latest`, () => ({ body: { latest: ses.list({ limit: 1 })[0]?.id ?? "" } }));
  control.on("POST", `${VIEW}/inbox/empty`, () => {
    ses.emptyInbox();
    return seeOther("/_local");
  });
}

async function outcomeOrdered(workbench: Workbench, request: ControlRequest): Promise<ControlResponse> {
  const fields = fieldsOf(request);
  const link = fields.get("link");
  const detail = { ...JSON.parse(fields.get("detail") ?? "{}"), ...(link !== null && { link }) };
  const order = MailEventOrder.safeParse({ id: request.params.id, type: fields.get("type"), detail });
  if (!order.success) throw new ControlRefusal(400, "The form names no outcome that a mail can have.");
  const mail = await orderOutcome(workbench, order.data);
  return seeOther(`${VIEW}/mail/${encodeURIComponent(mail.id)}#happened`);
}
