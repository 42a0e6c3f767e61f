import { SERVER_KEY } from "./control/runtime-routes.ts";
import { prepareStore } from "./first-run.ts";
import { runAssembly } from "./run.ts";
import type { Runtime } from "./runtime.ts";
import { type StartSettings, startSettings } from "./start-settings.ts";
import { removeStores } from "./wiring/remove-stores.ts";

// `npm start`: runs the assembly in cdk.out until it is interrupted. Whatever stops it, the data are whole at the next start.

try {
  await start(startSettings(process.env, process.argv.slice(2)));
} catch (cause) {
  console.error(`\nTastemaker could not start.\n${(cause as Error).message}`);
  process.exit(1);
}

async function start(settings: StartSettings): Promise<void> {
  const begun = performance.now();
  if (settings.fresh) removeStores(settings.dataFolder);
  console.log("Starting the cloud assembly on this machine …");
  const runtime = await runAssembly({ ...settings, mayCrash: true });
  await prepareStore(runtime, settings.templates, (line) => console.log(line));
  endOnSignal(runtime);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(greeting(runtime, seconds));
}

function endOnSignal(runtime: Runtime): void {
  let ending = false;
  const end = () => {
    // The second time somebody means it.
    if (ending) process.exit(130);
    ending = true;
    void runtime.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}

function greeting({ url, state }: Runtime, seconds: string): string {
  return `
Tastemaker runs at ${url}  (ready after ${seconds} s)

  ${url}/          the offer's landing page
  ${url}/me        the member's portal
  ${url}/console   the marketer's console (sign in as owner@example.com; the link is in the inbox)
  ${url}/_local    the workbench: inbox, clock, queues, logs

  Server key for calls from the shop: ${state.read(SERVER_KEY) ?? "none"}
  Press Ctrl+C to stop; the data stay. npm start -- --fresh begins anew.
`;
}
