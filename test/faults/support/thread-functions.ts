import type { Activity } from "../../../local/activity.ts";
import type { DeployedFunction, FunctionDefinition } from "../../../local/lambda/deployed-function.ts";
import type { InvocationResult } from "../../../local/lambda/execution-environment.ts";
import type { Functions } from "../../../local/lambda/functions.ts";

type Handler = (event: unknown, context: object) => Promise<unknown>;

/** The product's functions called in this thread, from their sources: no start to wait for, everything else the same. */
export function threadFunctions(definitions: FunctionDefinition[], activity: Activity): Functions {
  let running = 0;
  const invoke = async (definition: FunctionDefinition, payload: string): Promise<InvocationResult> => {
    running += 1;
    try {
      const handler = await handlerOf(definition.logicalId);
      return { payload: JSON.stringify((await handler(JSON.parse(payload), contextOf(definition))) ?? null) };
    } catch (cause) {
      const { name, message } = cause as Error;
      return { payload: JSON.stringify({ errorType: name, errorMessage: message }), functionError: "Unhandled" };
    } finally {
      running -= 1;
      activity.changed();
    }
  };
  const deployed = new Map<string, DeployedFunction>();
  for (const definition of definitions) {
    const one: DeployedFunction = {
      definition,
      invoke: (payload) => invoke(definition, payload),
      running: () => running,
      stop: async () => undefined,
    };
    for (const key of [definition.name, definition.arn, definition.logicalId]) deployed.set(key, one);
  }
  activity.watch("functions", () => running);
  const get = (name: string): DeployedFunction => {
    const found = deployed.get(name);
    if (!found) throw new Error(`There is no function ${name}.`);
    return found;
  };
  return {
    get,
    find: (name) => deployed.get(name),
    invoke: (name, event) => get(name).invoke(JSON.stringify(event)),
    list: () => definitions,
    running: () => running,
    stop: async () => undefined,
  };
}

/** `SignUp` is the entry file sign-up.ts. */
async function handlerOf(logicalId: string): Promise<Handler> {
  const file = logicalId.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();
  const { handler } = (await import(`../../../functions/${file}.ts`)) as { handler: Handler };
  return handler;
}

function contextOf({ name, arn, timeoutMs }: FunctionDefinition): object {
  return {
    functionName: name,
    invokedFunctionArn: arn,
    awsRequestId: crypto.randomUUID(),
    getRemainingTimeInMillis: () => timeoutMs,
  };
}
