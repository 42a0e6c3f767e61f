import type { Clock } from "../clock.ts";
import type { DueSource } from "../due-source.ts";
import type { DynamoDb } from "../dynamodb/engine.ts";
import type { State } from "../state.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const FACT = "expiry swept at";

/** Deletes expired items once a day: late on purpose, as DynamoDB is, so that nothing may rely on it being prompt. */
export function expirySweep(dynamoDb: DynamoDb, state: State, clock: Clock): DueSource {
  const lastAt = () => {
    const known = state.read(FACT);
    if (known !== undefined) return Number(known);
    const now = clock.now();
    state.write(FACT, String(now));
    return now;
  };
  return {
    name: "expiry",
    nextDueAt: () => lastAt() + DAY_MS,
    runDue(now) {
      if (now < lastAt() + DAY_MS) return 0;
      state.write(FACT, String(now));
      dynamoDb.sweepExpired();
      return 1;
    },
  };
}
