import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { createActivity } from "../../../local/activity.ts";
import { createClock } from "../../../local/clock.ts";
import { type Control, createControl } from "../../../local/control/control.ts";
import { createDynamoDb } from "../../../local/dynamodb/engine.ts";
import type { HttpResponse } from "../../../local/http/messages.ts";
import { createLogBook } from "../../../local/lambda/log-book.ts";
import { Queues } from "../../../local/queues/queues.ts";
import { Topics } from "../../../local/queues/topics.ts";
import type { MailEventType } from "../../../local/ses/mail-event.ts";
import { sendEmail } from "../../../local/ses/send-email.ts";
import { Ses } from "../../../local/ses/ses.ts";
import { createWinder } from "../../../local/time/wind.ts";
import type { Workbench } from "../../../local/workbench/workbench.ts";
import { workbenchRoutes } from "../../../local/workbench/workbench-routes.ts";

const TOPIC = "arn:aws:sns:eu-central-1:000000000000:MailEvents";
const TYPES: MailEventType[] = ["send", "delivery", "bounce", "complaint", "open", "click", "deliveryDelay", "reject"];

export interface Answer {
  status: number;
  header(name: string): string | undefined;
  text: string;
  json(): Record<string, never>;
}

/** The workbench with its real parts, asked as a browser asks it. */
export class WorkbenchBench {
  readonly workbench: Workbench;
  readonly #control: Control = createControl();
  /** Every path that the browser asked the server for. */
  readonly asked: string[] = [];
  #server: Server | undefined;

  constructor() {
    const clock = createClock();
    const queues = new Queues({ file: ":memory:", now: clock.now });
    queues.define({ name: "work", visibilitySeconds: 60, maxReceiveCount: 1, deadLetterQueue: "workDead" });
    queues.define({ name: "workDead" });
    queues.define({ name: "outcomes" });
    const topics = new Topics(queues, clock.now);
    topics.define(TOPIC);
    topics.subscribe({ topicArn: TOPIC, queue: "outcomes", rawDelivery: true });
    const ses = new Ses({ file: ":memory:", now: clock.now, publish: (arn, what) => topics.publish(arn, what) });
    ses.store.account.verify("lantern.example");
    const destinations = [{ name: "events", enabled: true, topicArn: TOPIC, types: TYPES }];
    ses.store.account.defineConfigurationSet({ name: "marketing", sendingEnabled: true, destinations });
    const dynamoDb = createDynamoDb({ file: ":memory:", now: clock.now });
    const winder = createWinder(clock, createActivity(), () => [queues, ses]);
    this.workbench = { clock, winder, queues, ses, logs: createLogBook(clock), dynamoDb };
    workbenchRoutes(this.#control, this.workbench);
  }

  async mail(
    to: string,
    parts: { subject?: string; html?: string; text?: string; tag?: string } = {},
  ): Promise<string> {
    const { subject = "Hello", html = "<p>Hi</p>", text = "Hi", tag = "msg_1" } = parts;
    const { MessageId } = await sendEmail(this.workbench.ses.store, {
      FromEmailAddress: "School <school@lantern.example>",
      Destination: { ToAddresses: [to] },
      ConfigurationSetName: "marketing",
      EmailTags: [{ Name: "message", Value: tag }],
      Content: { Simple: { Subject: { Data: subject }, Body: { Html: { Data: html }, Text: { Data: text } } } },
    });
    this.workbench.ses.runDue(this.workbench.clock.now());
    return MessageId;
  }

  /** The events that the product was told, oldest first; they are taken off the queue. */
  told(): Record<string, never>[] {
    return this.workbench.queues.receive("outcomes", 100).map((message) => JSON.parse(message.body));
  }

  get(path: string): Promise<Answer> {
    return this.#ask("GET", path);
  }

  delete(path: string): Promise<Answer> {
    return this.#ask("DELETE", path);
  }

  post(path: string, body: object): Promise<Answer> {
    return this.#ask("POST", path, JSON.stringify(body));
  }

  submit(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#ask("POST", path, new URLSearchParams(fields).toString());
  }

  /** Serves the workbench for a browser and returns its address. */
  async serve(): Promise<string> {
    this.#server = createServer(async (incoming, outgoing) => {
      const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
      this.asked.push(url.pathname);
      const answer = await this.#control.answer({
        method: incoming.method ?? "GET",
        path: url.pathname,
        query: url.search.slice(1),
        headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
        body: await buffer(incoming),
        sourceIp: "127.0.0.1",
      });
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(answer.body);
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
    this.workbench.ses.close();
    this.workbench.queues.close();
    this.workbench.dynamoDb.close();
  }

  async #ask(method: string, target: string, body = ""): Promise<Answer> {
    const url = new URL(target, "http://127.0.0.1:3000");
    const answer: HttpResponse = await this.#control.answer({
      method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: [["host", url.host]],
      body: Buffer.from(body),
      sourceIp: "127.0.0.1",
    });
    const text = answer.body.toString();
    const header = (name: string) => answer.headers.find(([each]) => each === name)?.[1];
    return { status: answer.status, header, text, json: () => JSON.parse(text) };
  }
}
