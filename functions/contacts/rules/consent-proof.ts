import * as z from "zod/mini";
import { type BrokenLink, brokenLink } from "./receipt-chain.ts";

const text = z.string();
const maybe = z.optional(text);

/** One receipt as the proof file holds it. */
export const ProofReceipt = z.strictObject({
  contactId: text,
  number: z.int(),
  at: text,
  act: z.enum(["requested", "given", "not-given", "stopped", "chosen"]),
  /** Absent, like all that may be, once the person was erased. */
  method: z.optional(z.enum(["form", "confirm-link", "one-click", "unsubscribe-page", "preferences"])),
  form: maybe,
  locale: maybe,
  text: maybe,
  textHash: maybe,
  mutedTopics: z.optional(z.array(text)),
  pace: z.optional(z.enum(["every", "weekly", "twice-monthly"])),
  pausedUntil: maybe,
  previous: text,
  hash: text,
});

/** Everything one person agreed to, took back or chose, as a file that can be checked without us. */
export const ConsentProof = z.strictObject({
  proof: z.literal("tastemaker-consent"),
  contactId: text,
  /** Empty once the person was erased; then only the links of the chain can be checked. */
  email: text,
  erasedAt: maybe,
  exportedAt: text,
  /** How many receipts there are, and the hash of the last. */
  receipts: z.int(),
  lastReceipt: text,
  chain: z.array(ProofReceipt),
});
export type ConsentProof = z.infer<typeof ConsentProof>;

export type CheckedProof =
  | { ok: true; proof: ConsentProof }
  | { ok: false; reason: "not-a-proof" }
  | { ok: false; reason: "broken"; broken: BrokenLink };

/** Checks a proof file from its text alone. */
export function checkProof(json: string): CheckedProof {
  const parsed = ConsentProof.safeParse(read(json));
  if (!parsed.success) return { ok: false, reason: "not-a-proof" };
  const { contactId, chain, receipts, lastReceipt, erasedAt } = parsed.data;
  const broken = brokenLink(contactId, chain, { receipts, lastReceipt }, erasedAt !== undefined);
  return broken ? { ok: false, reason: "broken", broken } : { ok: true, proof: parsed.data };
}

function read(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
