import { afterAll, beforeAll } from "vitest";
import { brandWrite } from "../../../../functions/brand/store.ts";
import { publishContent } from "../../../../functions/content/publish-content.ts";
import { saveDraft } from "../../../../functions/content/save-draft.ts";
import { sharedWrite } from "../../../../functions/content/store.ts";
import { runLane } from "../../../../functions/lanes/run-lane.ts";
import { recordOutcome } from "../../../../functions/mail/record-outcome.ts";
import { readSesEvent } from "../../../../functions/mail/rules/read-ses-event.ts";
import { cursorWrite } from "../../../../functions/outbox/store.ts";
import { commit } from "../../../../functions/platform/commit.ts";
import { PACED_QUEUES, type PacedQueue } from "../../../../functions/platform/work-rows.ts";
import { readProgramme } from "../../../../functions/programme/rules/read-programme.ts";
import { createDynamoDb, type DynamoDb } from "../../../../local/dynamodb/engine.ts";
import { createDynamoDbService } from "../../../../local/dynamodb/service.ts";
import { startAwsGateway } from "../../../../local/gateway/aws-gateway.ts";
import { type CallCounts, createCallCounts } from "../../../../local/gateway/call-counts.ts";
import { createFaults, type Faults } from "../../../../local/gateway/faults.ts";
import { Queues } from "../../../../local/queues/queues.ts";
import { sqsService } from "../../../../local/queues/sqs-service.ts";
import { Ses } from "../../../../local/ses/ses.ts";
import { sesService } from "../../../../local/ses/ses-service.ts";
import { messageRows } from "../../../support/message-rows.ts";
import type { Row } from "../../../support/product-state.ts";
import { LEDGER, MAIN, productSettings } from "../../../support/product-tables.ts";
import { rowsIn } from "../../../support/rows-in.ts";
import { SMALL_BODY, SMALL_SHARED, smallSource } from "../../content/support/small-content.ts";
import { starterFiles } from "../../support/starter-programme.ts";
import { queueReaders, TEMPLATES } from "./queue-readers.ts";

/** The lanes over real tables and the local provider, on a clock that moves only when somebody waits. */
export interface LaneWorld {
  faults: Faults;
  counts: CallCounts;
  engine(): DynamoDb;
  /** Is told of every call, before it is carried out. */
  onCall(listener: (() => void) | undefined): void;
  /** Waits until every call has been carried out, also those of senders that are gone. */
  atRest(): Promise<void>;
  ses(): Ses;
  queues(): Queues;
  /** Queues one mail for each of so many new contacts. */
  queue(name: string, count: number, kind?: PacedQueue): Promise<void>;
  /** One sender comes and works; `remainingMs` is the time it has. */
  run(remainingMs?: () => number, queue?: PacedQueue): Promise<void>;
  /** Takes in everything that the provider has reported so far, of mails under one name if it is told; the rest is lost. */
  takeReports(name?: string): Promise<void>;
  wind(seconds: number): void;
  now(): string;
  /** The messages queued under a name, each as it stands, with how many copies the provider accepted. */
  messages(name: string): (Row & { copies: number })[];
}

const START = Date.parse("2026-11-23T14:00:00.000Z");
const by = "mia@lantern.example";

/** Gives a test file its own world; call it at the top of the file, before the product's modules are used. */
export function laneWorld(): LaneWorld {
  let nowMs = START;
  const now = () => new Date(nowMs).toISOString();
  const faults = createFaults();
  const counts = createCallCounts();
  const reports: unknown[] = [];
  let heard: (() => void) | undefined;
  let inFlight = () => 0;
  let engine: DynamoDb;
  let ses: Ses;
  let queues: Queues;
  const closing = new AsyncDisposableStack();

  beforeAll(async () => {
    engine = createDynamoDb({ file: ":memory:", now: () => nowMs });
    for (const table of [MAIN, LEDGER]) engine.execute("CreateTable", table);
    ses = openSes(() => nowMs, reports);
    queues = new Queues({ file: ":memory:", now: () => nowMs });
    for (const name of ["TransactionalMail", "MarketingMail"]) queues.define({ name });
    const gateway = await startAwsGateway({
      services: [
        createDynamoDbService(engine),
        sesService(ses),
        sqsService(queues, { endpoint: () => process.env.AWS_ENDPOINT_URL ?? "" }),
      ],
      authorize: () => undefined,
      faults,
      counts: {
        ...counts,
        add(call) {
          counts.add(call);
          heard?.();
        },
      },
      crash: () => {
        throw new Error("No crash is ordered in this world.");
      },
    });
    closing.defer(() => gateway.close());
    inFlight = gateway.inFlight;
    Object.assign(process.env, productSettings(gateway.url), {
      AWS_ENDPOINT_URL: gateway.url,
      SENDER_ADDRESS: "hello@lantern.example",
      TRANSACTIONAL_CONFIGURATION_SET: "transactional",
      TRANSACTIONAL_QUEUE_URL: `${gateway.url}/000000000000/TransactionalMail`,
      MARKETING_CONFIGURATION_SET: "marketing",
      MARKETING_QUEUE_URL: `${gateway.url}/000000000000/MarketingMail`,
    });
    await publish(now());
  });
  afterAll(() => closing.disposeAsync());

  const world: LaneWorld = {
    faults,
    counts,
    engine: () => engine,
    onCall(listener) {
      heard = listener;
    },
    async atRest() {
      // What a dead sender wrote may still have to be read: only some quiet turns in a row are rest.
      for (let quiet = 0; quiet < 5; quiet = inFlight() === 0 ? quiet + 1 : 0)
        await new Promise((resolve) => setTimeout(resolve, 2));
    },
    ses: () => ses,
    queues: () => queues,
    now,
    queue: (name, count, kind = "marketing") => queueReaders(name, count, now(), { kind }),
    run: (remainingMs = () => 120_000, queue = "marketing") =>
      runLane(queue, {
        now,
        paceMs: () => nowMs,
        wait: async (milliseconds) => {
          nowMs += Math.max(0, milliseconds);
        },
        remainingMs,
      }),
    async takeReports(name = "") {
      ses.runDue(nowMs);
      for (const report of reports.splice(0)) {
        const outcome = readSesEvent(report);
        if (outcome?.contactId.startsWith(`con_${name}`)) await recordOutcome(outcome);
      }
    },
    wind(seconds) {
      nowMs += seconds * 1000;
    },
    messages(name) {
      const copies = Map.groupBy(ses.list({}), ({ tags }) => String(tags.message));
      return messageRows(rowsIn(engine, "Main"))
        .filter(({ contactId }) => String(contactId).startsWith(`con_${name}-`))
        .map((row) => ({ ...row, copies: copies.get(String(row.id))?.length ?? 0 }));
    },
  };
  return world;
}

function openSes(now: () => number, reports: unknown[]): Ses {
  const ses = new Ses({ file: ":memory:", now, publish: (_, { message }) => void reports.push(JSON.parse(message)) });
  ses.store.account.verify("lantern.example");
  const types = ["send", "delivery", "bounce", "complaint"] as const;
  const destinations = [{ name: "events", enabled: true, topicArn: "arn:aws:sns:x:0:Events", types: [...types] }];
  for (const name of ["transactional", "marketing"])
    ses.store.account.defineConfigurationSet({ name, sendingEnabled: true, destinations });
  return ses;
}

const { variables } = smallSource();
const signIn = { name: "links.signIn", type: "url", required: true, sample: "https://a.example/sign-in?t=1" } as const;
const SOURCES = {
  marketing: smallSource(),
  transactional: smallSource({
    kind: "transactional",
    variables: [...variables, signIn],
    body: `${SMALL_BODY}<mj-button href="{{links.signIn}}">Sign in</mj-button>`,
  }),
};

async function publish(at: string): Promise<void> {
  const read = readProgramme(starterFiles());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  // The sweep's cursor tells a sender how far back there may be something undone.
  const cursor = cursorWrite({ sweptTo: at, undoneFrom: at });
  await commit([brandWrite(read.programme.brand), sharedWrite(SMALL_SHARED, at), cursor]);
  for (const kind of PACED_QUEUES) {
    const name = TEMPLATES[kind];
    await saveDraft({ name, by, at, revision: 0, source: SOURCES[kind] });
    const published = await publishContent({ name, by, at, revision: 1 });
    if (!published.ok) throw new Error(JSON.stringify(published));
  }
}
