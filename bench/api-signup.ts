import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Bench, Measurement } from "./support/bench.ts";
import type { SignUpFigures } from "./support/sign-up-rounds.ts";
import { spread } from "./support/statistics.ts";

const CPU_GATE = 1.5;
const MOST_UNITS = 3;
const MOONSHOT_UNITS = 2;

/** What a sign-up costs: one conditional write, and hardly more work than that write alone. */
export const bench: Bench = {
  name: "api.signup",
  about:
    "the deployed POST /v1/trials, warm, over one SDK PutItem of the same row, in turns; the tables in a process of their own",
  run: async () => {
    const { calls, units, ratios } = figures();
    const cpu: Measurement = {
      case: "CPU over one PutItem",
      ...spread(ratios),
      unit: "×",
      gate: { is: "at-most", value: CPU_GATE },
      note: `${ratios.length} rounds`,
    };
    return [
      { case: "calls of the tables", value: calls, unit: "calls", gate: { is: "at-most", value: 1 } },
      {
        case: "write units",
        value: units,
        unit: "units",
        gate: { is: "at-most", value: MOST_UNITS },
        moonshot: MOONSHOT_UNITS,
      },
      cpu,
    ];
  },
};

// A process of its own: nothing else's garbage or compilation falls into the rounds.
function figures(): SignUpFigures {
  const script = path.join(import.meta.dirname, "support/sign-up-rounds.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The rounds of sign-ups failed: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as SignUpFigures;
}
