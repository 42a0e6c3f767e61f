import { beforeAll, describe, expect, it } from "vitest";
import { entryId } from "../../functions/points/post-moves.ts";
import { invariantBreaches } from "./invariants.ts";
import type { ProductState, Row } from "./product-state.ts";

// The check itself must be able to fail: a small sound state is spoiled in one place at a time.

const AT = "2026-11-23T12:00:00.000Z";
const LATER = "2026-11-23T13:00:00.000Z";
const ID = entryId("con_a", AT, "earn", "evt_1", "review");

function sound() {
  const contact: Row = {
    ...{ pk: "con_a", sk: "contact", email: "a@example.com", confirmedAt: AT },
    consent: { marketing: true, at: AT },
  };
  const message: Row = {
    pk: "con_a",
    sk: "message#m",
    id: "m",
    template: "welcome",
    kind: "marketing",
    state: "delivered",
  };
  const mail = {
    id: "p",
    to: "a@example.com",
    subject: "",
    html: "",
    text: "http://x.example/a",
    tags: { message: "m", contact: "con_a" },
    at: AT,
  };
  const entry: Row = {
    ...{ pk: "con_a", sk: ID, id: ID, contactId: "con_a", kind: "earn", at: AT, points: 50, cause: "evt_1" },
    decidedBy: { rule: "review", version: 1 },
    postings: [
      { account: "member:available", points: 50 },
      { account: "programme:liability", points: -50 },
    ],
  };
  const balance: Row = { pk: "con_a", sk: "balance", available: 50 };
  const lot: Row = { pk: "con_a", sk: "lot#1", state: "available", remaining: 50 };
  const offer: Row = { pk: "programme", sk: "offer#o", offer: { name: "o", stock: 1 } };
  const stock: Row = { pk: "offer#o", sk: "stock#2026-11", taken: 1 };
  const trial: Row = { pk: "con_a", sk: "trial#o" };
  return { contact, message, mail, entry, balance, lot, offer, stock, trial };
}

type Parts = ReturnType<typeof sound>;

function stateOf(spoil: (parts: Parts) => Partial<ProductState> | undefined): ProductState {
  const parts = sound();
  const more = spoil(parts) ?? {};
  const { mail, entry, ...rows } = parts;
  return {
    main: [...Object.values(rows), ...(more.main ?? [])],
    ledger: [entry, ...(more.ledger ?? [])],
    mails: [mail, ...(more.mails ?? [])],
    now: LATER,
  };
}

const SPOILT: [breach: string, spoil: (parts: Parts) => Partial<ProductState> | undefined][] = [
  ["I1", ({ balance }) => void (balance.available = 51)],
  ["I1", ({ lot }) => void (lot.remaining = 40)],
  ["I2", ({ entry }) => void (entry.cause = "")],
  ["I2", ({ entry }) => ({ ledger: [{ ...entry }] })],
  ["I3", ({ entry }) => void (entry.points = 60)],
  ["I4", () => ({ main: [{ pk: "adr#a@example.com", sk: "suppression", at: "2026-11-23T11:00:00.000Z" }] })],
  ["I4", ({ contact }) => void (contact.confirmedAt = LATER)],
  ["I4", ({ contact }) => void (contact.consent = { marketing: false, at: AT })],
  ["I4", ({ contact }) => void (contact.pk = "con_b")],
  ["I5", ({ mail }) => ({ mails: [mail] })],
  [
    "I5",
    ({ mail, message }) => {
      message.kind = "transactional";
      return { mails: [{ ...mail, text: "http://x.example/b" }] };
    },
  ],
  ["I6", ({ message }) => void (message.state = "claimed")],
  ["I6", ({ message }) => void (message.state = "unknown")],
  ["I6", ({ message }) => void Object.assign(message, { state: "queued", queue: "marketing", dueAt: AT })],
  ["I9", ({ stock }) => void (stock.taken = 2)],
  ["I9", ({ trial }) => void (trial.sk = "trial#other")],
];

describe("The check of the invariants", () => {
  let count = 0;
  beforeAll(() => {
    count = invariantBreaches(stateOf(() => undefined)).length;
  });

  it("finds nothing in a sound state", () => expect(count).toBe(0));

  it.each(SPOILT)("finds a breach of %s: %s", (breach, spoil) => {
    expect(invariantBreaches(stateOf(spoil)).some((each) => each.startsWith(breach))).toBe(true);
  });
});
