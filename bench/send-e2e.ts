import type { Bench, Measurement } from "./support/bench.ts";
import { laneFigures } from "./support/lane-case.ts";
import type { LaneCase } from "./support/lane-rounds.ts";

const SIZES = process.env.LONG ? [1_000, 10_000, 100_000] : [1_000, 10_000];
const LATENCIES_MS = [0, 25, 100];
const MOST_UNITS = 3;
const MOST_CPU = 2;
const MOST_GROWN_MB = 300;

/** The sends that are measured: both lanes, the transactional one at one latency; then two templates in each. */
const SENDS: Send[] = [
  ...SIZES.flatMap((mails) =>
    LATENCIES_MS.map((latencyMs): Send => ({ lane: "marketing", mails, templates: 1, latencyMs })),
  ),
  ...SIZES.map((mails): Send => ({ lane: "transactional", mails, templates: 1, latencyMs: 25 })),
  { lane: "marketing", mails: 505, templates: 2, latencyMs: 25 },
  { lane: "transactional", mails: 505, templates: 2, latencyMs: 25 },
];

/** What a send costs from the due index to the recorded answer: calls, write units, CPU and memory. */
export const bench: Bench = {
  name: "send.e2e",
  about:
    "a lane over the deployed table and a provider that answers after 0, 25 or 100 ms; CPU over the same rows read and written, slots made and calls made by themselves",
  run: async () => {
    const measured: Measurement[] = [];
    for (const send of SENDS) measured.push(...(await measurementsOf(send)));
    return measured;
  },
};

type Send = Pick<LaneCase, "lane" | "mails" | "templates" | "latencyMs">;

async function measurementsOf(send: Send): Promise<Measurement[]> {
  const { lane, mails, templates, latencyMs } = send;
  const told = await laneFigures({ ...send, ratePerSecond: 1_000_000 });
  const all = mails * templates;
  const name = `${lane}, ${templates > 1 ? `${templates} templates, ` : ""}${all} mails, ${latencyMs} ms`;
  if (told.mails !== all || told.doubled > 0) throw new Error(`${name}: ${JSON.stringify(told)}`);
  return [
    { case: `${name}: calls`, value: told.calls, unit: "calls", gate: atMost(templates * Math.ceil(mails / 50)) },
    { case: `${name}: write units a mail`, value: told.writeUnits / all, unit: "units", gate: atMost(MOST_UNITS) },
    {
      case: `${name}: CPU over rows, slots and call`,
      value: told.cpuUs / (told.rowsUs + told.slotsUs + told.callUs),
      unit: "×",
      gate: atMost(MOST_CPU),
      note: `${whole(told.cpuUs)} µs a mail over ${whole(told.rowsUs)} + ${whole(told.slotsUs)} + ${whole(told.callUs)} µs`,
    },
    { case: `${name}: memory grown`, value: told.grownMb, unit: "MB", gate: atMost(MOST_GROWN_MB) },
  ];
}

const whole = (microseconds: number) => Math.round(microseconds);

function atMost(value: number) {
  return { is: "at-most", value } as const;
}
