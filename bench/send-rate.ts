import type { Bench, Measurement } from "./support/bench.ts";
import { laneFigures } from "./support/lane-case.ts";

const RATES = [14, 100, 500];
const SECONDS = 12;
const LEAST = 0.95;
const MOONSHOT = 0.98;
const SEND = { lane: "marketing", templates: 1, latencyMs: 25 } as const;

/** How much of the account's rate the lane uses, and that nothing is lost or doubled, also when its sender dies. */
export const bench: Bench = {
  name: "send.rate",
  about:
    "mails accepted a second over the account's rate, by a provider that refuses above it (a bucket of one second); again with a sender that dies between a call and its record",
  run: async () => {
    const measured: Measurement[] = [];
    for (const ratePerSecond of RATES) {
      const mails = ratePerSecond * SECONDS;
      measured.push(await rateOf(ratePerSecond, mails), await rateOf(ratePerSecond, mails, Math.floor(mails / 2)));
    }
    return measured;
  },
};

async function rateOf(ratePerSecond: number, mails: number, dieAfter?: number): Promise<Measurement> {
  const told = await laneFigures({ ...SEND, mails, ratePerSecond, ...(dieAfter ? { dieAfter } : {}) });
  const name = `${ratePerSecond} a second${dieAfter ? ", its sender dies" : ""}`;
  if (told.doubled > 0 || told.open > 0) throw new Error(`${name}: ${JSON.stringify(told)}`);
  return {
    case: name,
    value: told.rate / ratePerSecond,
    unit: "×",
    gate: { is: "at-least", value: LEAST },
    moonshot: MOONSHOT,
    note: `${told.mails} of ${mails} accepted, ${told.unknown} parked, 0 doubled, ${told.throttled} refused for the rate`,
  };
}
