import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { SERVER_KEY } from "./control/runtime-routes.ts";
import type { Runtime } from "./runtime.ts";

const PROGRAMME_APPLIED = "programme applied";

/** Fills an empty store: the starter programme, and a key for calls from the shop's server. Done once, whatever dies. */
export async function prepareStore(runtime: Runtime, templates: string, say: (line: string) => void): Promise<void> {
  const { state, clock, output } = runtime;
  const applyProgramme = output("ApplyProgrammeFunction");
  if (applyProgramme !== undefined && state.read(PROGRAMME_APPLIED) === undefined) {
    say("Applying the starter programme …");
    await call(runtime, applyProgramme, { files: textFilesIn(templates) });
    state.write(PROGRAMME_APPLIED, new Date(clock.now()).toISOString());
  }
  const issueKey = output("IssueKeyFunction");
  if (issueKey === undefined || state.read(SERVER_KEY) !== undefined) return;
  const { key } = await call(runtime, issueKey, { name: "local" });
  state.write(SERVER_KEY, String(key));
}

async function call({ functions, activity }: Runtime, name: string, event: object): Promise<Record<string, unknown>> {
  const { payload, functionError } = await functions.invoke(name, event);
  const answer = JSON.parse(payload) as Record<string, unknown> | null;
  if (functionError !== undefined || answer?.ok !== true) {
    throw new Error(`The function ${name} could not prepare the empty store: ${payload}`);
  }
  await activity.settle();
  return answer;
}

function textFilesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8")]),
  );
}
