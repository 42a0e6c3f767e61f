import { expect, vi } from "vitest";
import type { HttpResponse } from "../../../functions/platform/http-handler.ts";
import { log } from "../../../functions/platform/log.ts";
import { answerFaults } from "./answer-faults.ts";
import type { EdgeTables } from "./direct-tables.ts";
import { eventFor, handlerOf, type Sent, send } from "./gateway.ts";
import { type Good, hostileRequest } from "./hostile-requests.ts";
import { randomFrom, SEED } from "./random.ts";

/** How many hostile requests each group of routes gets. */
const HOW_MANY = Number(process.env.HOSTILE ?? (process.env.LONG ? 50_000 : 5_000));

/** No request may keep a function busy for longer than this, even on a machine that has other things to do. */
const LONGEST_MILLISECONDS = 2000;

export interface HostileRun {
  /** How often each status was given. */
  statuses: Record<string, number>;
  /** The first request of every kind of fault, with all that is needed to send it again. */
  faults: string[];
}

/** Sends a group of routes its hostile requests and looks at every answer. */
export async function runHostile(
  tables: EdgeTables,
  group: string,
  goods: (() => Good | Promise<Good>)[],
  mayChangeWhenRefused: (answer: HttpResponse) => boolean = () => false,
): Promise<HostileRun> {
  const random = randomFrom(SEED);
  const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
  const statuses: Record<string, number> = {};
  const faults = new Map<string, string>();
  await warmUp(goods);
  for (let at = 0; at < HOW_MANY; at++) {
    const sent = hostileRequest(random, await random.pick(goods)());
    const { answer, found } = await attempt(tables, sent, mayChangeWhenRefused);
    const status = String(answer.statusCode);
    statuses[status] = (statuses[status] ?? 0) + 1;
    const cause = status === "500" ? JSON.stringify(logged.mock.lastCall, causeText) : "";
    const how = `SEED=${SEED}, ${at}: ${shown(sent)}\n  answered ${JSON.stringify(answer).slice(0, 400)}`;
    for (const kind of found.map((fault) => `${fault} ${cause}`)) {
      faults.set(kind, faults.get(kind) ?? `${kind}\n  ${how}`);
    }
  }
  logged.mockRestore();
  console.log(`${group}: ${HOW_MANY} hostile requests, SEED=${SEED}, ${JSON.stringify(statuses)}`);
  return { statuses, faults: [...faults.values()].slice(0, 12) };
}

/** Loads the functions first: a cold start is not what is timed. */
async function warmUp(goods: (() => Good | Promise<Good>)[]): Promise<void> {
  for (const good of goods) await handlerOf(eventFor(await good())?.name ?? "landing-page");
}

async function attempt(tables: EdgeTables, sent: Sent, mayChangeWhenRefused: (answer: HttpResponse) => boolean) {
  const began = performance.now();
  const { answer, seen } = await tables.during(() => send(sent));
  const found = answerFaults(answer);
  if (performance.now() - began > LONGEST_MILLISECONDS) found.push("took too long");
  const refused = Number(answer.statusCode) >= 400;
  if (refused && seen.applied > 0 && !mayChangeWhenRefused(answer)) found.push("was refused and changed something");
  return { answer, found };
}

/** Every group bears all its requests and gives each of the answers that it should know. */
export function expectUnharmed({ faults, statuses }: HostileRun, known: number[]): void {
  expect(faults.join("\n\n")).toBe("");
  expect(Object.keys(Object.prototype), "nothing reached into the language").toEqual([]);
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(known.map(String)));
}

/** Where a fault came from; the ids that make every one of them another are left out. */
function causeText(name: string, value: unknown): unknown {
  if (name === "requestId") return undefined;
  return value instanceof Error ? value.stack?.split("\n").filter((line) => !line.includes("node_modules")) : value;
}

function shown({ body, ...sent }: Sent): string {
  const text = body === undefined ? "" : JSON.stringify(String(body).slice(0, 500));
  return `${JSON.stringify(sent).slice(0, 700)} ${text}`;
}
