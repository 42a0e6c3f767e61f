import type { Activity } from "../activity.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import type { DueSource } from "../due-source.ts";
import type { Functions } from "../lambda/functions.ts";
import { createLaterInvocations } from "../lambda/later-invocations.ts";
import type { LogBook } from "../lambda/log-book.ts";
import { schedule } from "../resources/schedule.ts";
import { createScheduler } from "../schedules/scheduler.ts";
import { letTimeFlow } from "../time/flow.ts";
import { createWinder, type Winder } from "../time/wind.ts";
import { eventSources } from "./event-sources.ts";
import { expirySweep } from "./expiry-sweep.ts";
import { idleUntil } from "./idle-until.ts";
import type { Stores } from "./stores.ts";

interface Parts {
  assembly: Assembly;
  stores: Stores;
  functions: Functions;
  activity: Activity;
  logs: LogBook;
}

/** Connects everything that moves by itself: streams and queues at once, schedules and delays on the product's clock. */
export function startMoving(
  { assembly, stores, functions, activity, logs }: Parts,
  closing: AsyncDisposableStack,
): Winder {
  const { clock, state, dynamoDb, queues, ses } = stores;
  const sendToQueue = (arn: string, body: string) => void queues.send(arn.split(":").at(-1) ?? "", { body });
  const feeds = eventSources(assembly, dynamoDb, queues, { functions, clock, activity, sendToQueue });
  const later = createLaterInvocations(functions, logs, clock);
  const scheduler = createScheduler(assembly.of(schedule), {
    clock,
    invoke: later.invoke,
    positions: state,
    earliest: idleUntil(assembly, dynamoDb),
  });
  const sources: DueSource[] = [queues, ses, later, scheduler, expirySweep(dynamoDb, state, clock)];
  activity.watch("mail events", () => ses.pending());
  ses.onChanged(activity.changed);
  const winder = createWinder(clock, activity, () => sources);
  closing.defer(async () => void (await Promise.all(feeds.map((feed) => feed.stop()))));
  closing.defer(() => winder.stop());
  closing.defer(letTimeFlow(clock, () => sources));
  for (const feed of feeds) feed.start();
  return winder;
}
