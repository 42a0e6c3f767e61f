import type { Activity } from "../activity.ts";
import type { Clock } from "../clock.ts";
import type { Faults } from "../gateway/faults.ts";
import { type DeployedFunction, deployFunction, type FunctionDefinition } from "./deployed-function.ts";
import type { InvocationResult } from "./execution-environment.ts";
import type { InvocationCounts } from "./invocation-counts.ts";
import type { LogBook } from "./log-book.ts";

/** All functions of the product, by name, ARN or logical id. */
export interface Functions {
  find(nameOrArn: string): DeployedFunction | undefined;
  get(nameOrArn: string): DeployedFunction;
  /** Calls a function; `event` goes as JSON text, exactly as in the cloud. */
  invoke(nameOrArn: string, event: unknown): Promise<InvocationResult>;
  list(): FunctionDefinition[];
  running(): number;
  stop(): Promise<void>;
}

interface Surroundings {
  clock: Clock;
  logs: LogBook;
  activity: Activity;
  faults: Faults;
  invocations: InvocationCounts;
  crash: () => never;
}

/** Makes all functions callable; their threads start when they are first needed. */
export function deployFunctions(definitions: FunctionDefinition[], around: Surroundings): Functions {
  const { clock, logs, activity } = around;
  const deployed = definitions.map((each) =>
    deployFunction(each, { clock: clock.shared, logs, onFinished: activity.changed }),
  );
  const byName = new Map(
    deployed.flatMap((each) => {
      const { name, arn, logicalId } = each.definition;
      return [name, arn, logicalId].map((key) => [key, each] as const);
    }),
  );
  for (const each of deployed) activity.watch(`function ${each.definition.logicalId}`, each.running);
  const get = (nameOrArn: string): DeployedFunction => {
    const found = byName.get(nameOrArn);
    if (found !== undefined) return found;
    throw new Error(
      `There is no function ${nameOrArn}; there are: ${definitions.map((each) => each.logicalId).join(", ")}.`,
    );
  };
  return {
    get,
    find: (nameOrArn) => byName.get(nameOrArn),
    invoke: (nameOrArn, event) => invokeCounted(get(nameOrArn), event, around),
    list: () => definitions,
    running: () => deployed.reduce((sum, each) => sum + each.running(), 0),
    stop: async () => void (await Promise.all(deployed.map((each) => each.stop()))),
  };
}

async function invokeCounted(target: DeployedFunction, event: unknown, around: Surroundings) {
  const from = performance.now();
  const result = await invokeWithFaults(target, JSON.stringify(event), around);
  around.invocations.add(target.definition.logicalId, event, performance.now() - from);
  return result;
}

async function invokeWithFaults(target: DeployedFunction, payload: string, { faults, crash }: Surroundings) {
  const action = target.definition.logicalId;
  const fault = faults.take({ service: "lambda", action, caller: action });
  if (fault === undefined) return target.invoke(payload);
  if (fault.mode === "crash-before") crash();
  if (fault.mode === "error" || fault.mode === "throttle") return disturbed(fault.mode);
  if (fault.mode === "latency") await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  const result = await target.invoke(payload);
  if (fault.mode === "crash-after") crash();
  return fault.mode === "latency" ? result : disturbed(fault.mode);
}

function disturbed(mode: string): InvocationResult {
  const errorType = mode === "throttle" ? "TooManyRequestsException" : "Sandbox.Fault";
  const failure = { errorType, errorMessage: `A fault (${mode}) was ordered for this function.`, trace: [] };
  return { payload: JSON.stringify(failure), functionError: "Unhandled" };
}
