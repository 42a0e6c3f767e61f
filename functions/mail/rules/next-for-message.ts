import type { Instant } from "../../platform/clock.ts";
import type { Message } from "./message.ts";

/** A claim must outlast the longest run of the sending function (10 s), and end before the queue shows the note again (60 s). */
export const LEASE_SECONDS = 30;

/** A confirmation or a sign-in link may be handed over once more, with the same link; marketing never. */
const MOST_ATTEMPTS = { transactional: 2, marketing: 1 } as const;

export type NextForMessage = { do: "claim"; attempt: number } | { do: "give-up" } | { do: "nothing" };

/** Decides what a worker that was handed a message should do with it. */
export function nextForMessage(message: Message, now: Instant): NextForMessage {
  if (message.state === "queued") return { do: "claim", attempt: message.attempt + 1 };
  if (message.state !== "claimed" || (message.leaseUntil ?? "") > now) return { do: "nothing" };
  // The worker that held the lease died; whether the provider was called cannot be known.
  const mayTryAgain = message.attempt < MOST_ATTEMPTS[message.kind];
  return mayTryAgain ? { do: "claim", attempt: message.attempt + 1 } : { do: "give-up" };
}
