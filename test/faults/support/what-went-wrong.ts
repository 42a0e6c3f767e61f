import { invariantBreaches } from "../../support/invariants.ts";
import type { ProductState } from "../../support/product-state.ts";
import type { Survived } from "./crash-points.ts";
import { type MessageTold, messagesIn, toldBy } from "./told-state.ts";

/** Everything in which a survived crash ended otherwise than the same flow without one; empty when nothing did. */
export function whatWentWrong(clean: ProductState, { found, end }: Survived): string[] {
  return [...invariantBreaches(end), ...differences(toldBy(clean), toldBy(end)), ...mailsAstray(clean, found, end)];
}

function differences(expected: string[], actual: string[]): string[] {
  return [
    ...without(expected, actual).map((line) => `missing: ${line}`),
    ...without(actual, expected).map((line) => `too much: ${line}`),
  ];
}

/** The lines of one list that the other does not have as often. */
function without(lines: string[], others: string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * Only a message that was in a worker's hands when the process died may fare otherwise: a marketing mail may be parked
 * as unknown and never go out, a confirmation or a link may go out twice. Every other one arrives exactly once.
 */
function mailsAstray(clean: ProductState, found: ProductState, end: ProductState): string[] {
  const [expected, actual] = [messagesIn(clean), messagesIn(end)];
  const claims = claimedInLanes(found);
  const inHand = new Set(
    messagesIn(found).flatMap(({ id, state }) => (state === "queued" && claims.has(id) ? [id] : [])),
  );
  const names = (messages: MessageTold[]) => messages.map(({ name }) => name);
  return [
    ...differences(names(expected), names(actual)),
    ...actual.filter((message) => !faredWell(message, inHand.has(message.id))).map((each) => JSON.stringify(each)),
  ];
}

/** A message is claimed by standing in a claim of its lane. */
function claimedInLanes({ main }: ProductState): Set<string> {
  const claims = main.filter(({ pk, sk }) => pk.startsWith("lane#") && sk.startsWith("claim#"));
  return new Set(claims.flatMap(({ messages }) => (messages as { m: string }[]).map(({ m }) => m)));
}

function faredWell({ kind, state, copies }: MessageTold, inHand: boolean): boolean {
  if (state === "delivered" && copies === 1) return true;
  if (!inHand) return false;
  return kind === "marketing" ? state === "unknown" && copies === 0 : state === "delivered" && copies === 2;
}
