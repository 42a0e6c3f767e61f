import type { Bench, Measurement } from "./support/bench.ts";
import { laneFigures } from "./support/lane-case.ts";

const SIZES = process.env.LONG ? [1_000, 10_000, 100_000] : [1_000, 10_000];
const LATENCIES_MS = [0, 25, 100];
const MOST_UNITS = 3;
const MOST_CPU = 2;
const MOST_GROWN_MB = 300;

/** What a send costs from the due index to the recorded answer: calls, write units, CPU and memory. */
export const bench: Bench = {
  name: "send.e2e",
  about:
    "the marketing lane over the deployed table and a provider that answers after 0, 25 or 100 ms; CPU over the same rows read and written, slots made and calls made by themselves",
  run: async () => {
    const measured: Measurement[] = [];
    for (const mails of SIZES) measured.push(...(await sizeOf(mails)));
    return measured;
  },
};

async function sizeOf(mails: number): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const latencyMs of LATENCIES_MS) {
    const told = await laneFigures({ mails, latencyMs, ratePerSecond: 1_000_000 });
    const name = `${mails} mails, ${latencyMs} ms`;
    if (told.mails !== mails || told.doubled > 0) throw new Error(`${name}: ${JSON.stringify(told)}`);
    measured.push(
      { case: `${name}: calls`, value: told.calls, unit: "calls", gate: atMost(Math.ceil(mails / 50)) },
      { case: `${name}: write units a mail`, value: told.writeUnits / mails, unit: "units", gate: atMost(MOST_UNITS) },
      {
        case: `${name}: CPU over rows, slots and call`,
        value: told.cpuUs / (told.rowsUs + told.slotsUs + told.callUs),
        unit: "×",
        gate: atMost(MOST_CPU),
        note: `${whole(told.cpuUs)} µs a mail over ${whole(told.rowsUs)} + ${whole(told.slotsUs)} + ${whole(told.callUs)} µs`,
      },
      { case: `${name}: memory grown`, value: told.grownMb, unit: "MB", gate: atMost(MOST_GROWN_MB) },
    );
  }
  return measured;
}

const whole = (microseconds: number) => Math.round(microseconds);

function atMost(value: number) {
  return { is: "at-most", value } as const;
}
