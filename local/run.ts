import { createActivity } from "./activity.ts";
import { type Assembly, loadAssembly } from "./assembly/load-assembly.ts";
import { createControl } from "./control/control.ts";
import { runtimeRoutes } from "./control/runtime-routes.ts";
import { distributionEdge } from "./edge/distribution-edge.ts";
import { createFaults } from "./gateway/faults.ts";
import { startFrontServer } from "./http/front-server.ts";
import { type HttpApi, httpApis } from "./http/http-api.ts";
import type { HttpRequest, HttpResponse } from "./http/messages.ts";
import { rolePolicies } from "./iam/role-policies.ts";
import { functionDefinitions } from "./lambda/function-definitions.ts";
import { deployFunctions } from "./lambda/functions.ts";
import { createInvocationCounts } from "./lambda/invocation-counts.ts";
import { createLogBook } from "./lambda/log-book.ts";
import { knownKinds } from "./resources/known-kinds.ts";
import type { Runtime } from "./runtime.ts";
import { checkTriggers } from "./wiring/check-triggers.ts";
import { openGateway } from "./wiring/open-gateway.ts";
import { startMoving } from "./wiring/start-moving.ts";
import { openStores } from "./wiring/stores.ts";
import { workbenchRoutes } from "./workbench/workbench-routes.ts";

/** What to run, where, and with which liberties. */
export interface RunOptions {
  /** The synthesized cloud assembly, usually `cdk.out`. */
  assemblyFolder: string;
  /** Where data lie between two runs. */
  dataFolder: string;
  /** 0 takes any free port. */
  port: number;
  /** Lets an ordered fault kill the process: only where it belongs to the product alone. */
  mayCrash?: boolean;
}

/** Runs a cloud assembly on this machine; resolves when everything answers. */
export async function runAssembly(options: RunOptions): Promise<Runtime> {
  // The threads of the functions share this process's zone; in the cloud it is always UTC.
  process.env.TZ = "UTC";
  const closing = new AsyncDisposableStack();
  try {
    return await start(options, closing);
  } catch (cause) {
    await closing.disposeAsync();
    throw cause;
  }
}

async function start(options: RunOptions, closing: AsyncDisposableStack): Promise<Runtime> {
  const front = await startFrontServer(options.port);
  closing.defer(() => front.close());
  const parameters = { BaseUrl: front.url };
  const assembly = loadAssembly(options.assemblyFolder, { kinds: knownKinds, parameters });
  const stores = openStores(options.dataFolder, assembly, closing);
  const { clock } = stores;
  const [activity, logs, faults, control] = [createActivity(), createLogBook(clock), createFaults(), createControl()];
  const roles = rolePolicies(assembly);
  const { gateway, capacity } = await openGateway({ assembly, stores, roles, faults, activity, crash }, closing);
  const invocations = createInvocationCounts();
  const around = { clock, logs, activity, faults, invocations, crash };
  const functions = deployFunctions(functionDefinitions(assembly, gateway.url), around);
  closing.defer(() => functions.stop());
  const apis = httpApis(assembly, functions, clock);
  checkTriggers(assembly, roles, apis);
  const winder = startMoving({ assembly, stores, functions, activity, logs }, closing);
  const runtime: Runtime = {
    ...stores,
    ...{ activity, logs, faults, control, functions, capacity, invocations, winder },
    url: front.url,
    gatewayUrl: gateway.url,
    mayCrash: options.mayCrash ?? false,
    output: assembly.output,
    stop: () => closing.disposeAsync(),
  };
  runtimeRoutes(control, runtime);
  workbenchRoutes(control, runtime);
  // Closed first and last: whoever stops the runtime wants no more visitors, whoever fails to start it wants the port back.
  closing.defer(() => front.close());
  front.serve(answerFrom(assembly, apis, runtime));
  return runtime;
}

/** Ends the process as a power cut would: nothing is written any more, nothing is answered. */
function crash(): never {
  process.kill(process.pid, "SIGKILL");
  throw new Error("The process should have ended.");
}

function answerFrom(assembly: Assembly, apis: HttpApi[], { control }: Runtime) {
  const [onlyApi] = apis;
  const site = distributionEdge(assembly, apis) ?? onlyApi?.answer;
  if (site === undefined) throw new Error("The assembly has neither a distribution nor an HTTP API: nothing to open.");
  return (request: HttpRequest): Promise<HttpResponse> =>
    /^\/_local(\/|$)/.test(request.path) ? control.answer(request) : site(request);
}
