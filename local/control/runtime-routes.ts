import * as z from "zod";
import { Fault } from "../gateway/faults.ts";
import type { Runtime } from "../runtime.ts";
import { clockRoutes } from "./clock-routes.ts";
import { type Control, ControlRefusal, type ControlRequest } from "./control.ts";

/** The state under which the key for server calls is kept. */
export const SERVER_KEY = "server key";

/** Whether the store is filled, of which the key is the last; who came earlier would find a product without a programme. */
function isPrepared({ output, state }: Runtime): boolean {
  return output("IssueKeyFunction") === undefined || state.read(SERVER_KEY) !== undefined;
}

/** The runtime's own part of `/_local`: is it ready, what it consumed, what it logged, and how to disturb it. */
export function runtimeRoutes(control: Control, runtime: Runtime): void {
  const { capacity, invocations, activity, logs, faults, functions, state } = runtime;
  control.on("GET", "/_local/health", () => {
    const ready = isPrepared(runtime);
    return { status: ready ? 200 : 503, body: { ready } };
  });
  control.on("GET", "/_local/keys", () => ({ body: { serverKey: state.read(SERVER_KEY) ?? null } }));
  control.on("POST", "/_local/settle", async () => {
    await activity.settle();
    return { body: { settled: true, now: new Date(runtime.clock.now()).toISOString() } };
  });
  control.on("GET", "/_local/capacity", () => ({ body: { ...capacity.read(), invocations: invocations.read() } }));
  control.on("DELETE", "/_local/capacity", () => {
    capacity.reset();
    invocations.reset();
    return {};
  });
  control.on("GET", "/_local/faults", () => ({ body: { faults: faults.list() } }));
  control.on("POST", "/_local/faults", (request) => ({ status: 201, body: ordered(request, runtime) }));
  control.on("DELETE", "/_local/faults", () => {
    faults.clear();
    return {};
  });
  control.on("GET", "/_local/functions", () => ({
    body: { functions: functions.list().map(({ logicalId, name }) => ({ logicalId, name })) },
  }));
  control.on("GET", "/_local/logs", ({ query }) => ({
    body: {
      lines: logs.read({
        functionName: query.get("function") ?? undefined,
        requestId: query.get("requestId") ?? undefined,
        limit: query.has("limit") ? Number(query.get("limit")) : undefined,
      }),
    },
  }));
  control.on("POST", "/_local/functions/{name}", async (request) => invoked(request, runtime));
  clockRoutes(control, runtime);
  deadLetterRoutes(control, runtime);
}

function ordered(request: ControlRequest, { faults, mayCrash }: Runtime): object {
  const fault = Fault.safeParse(request.json());
  if (!fault.success) throw new ControlRefusal(400, z.prettifyError(fault.error));
  if (fault.data.mode.startsWith("crash") && !mayCrash) {
    throw new ControlRefusal(
      409,
      "This runtime shares its process with a test; start it in a process of its own to crash it.",
    );
  }
  faults.add(fault.data);
  return { faults: faults.list() };
}

async function invoked(request: ControlRequest, { functions }: Runtime) {
  const name = request.params.name ?? "";
  if (functions.find(name) === undefined) throw new ControlRefusal(404, `There is no function ${name}.`);
  const { payload, functionError } = await functions.invoke(name, request.json());
  return {
    status: functionError === undefined ? 200 : 502,
    headers: { "content-type": "application/json" },
    body: payload,
  };
}

function deadLetterRoutes(control: Control, { queues }: Runtime): void {
  const deadLetterQueues = () =>
    queues.names().filter((name) => queues.sourcesOf(name).length > 0 || /Dead$/.test(name));
  control.on("GET", "/_local/dead-letters", () => ({
    body: { queues: deadLetterQueues().map((queue) => ({ queue, letters: queues.peek(queue) })) },
  }));
  control.on("POST", "/_local/dead-letters/{queue}/redrive", ({ params }) => {
    const queue = params.queue ?? "";
    if (queues.get(queue) === undefined) throw new ControlRefusal(404, `There is no queue ${queue}.`);
    return { body: { redriven: queues.redrive(queue) } };
  });
}
