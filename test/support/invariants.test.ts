import { describe, expect, it } from "vitest";
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

/** The sound state with some of its parts changed, and with more beside them. */
function stateWith(changes: Changes, more: (parts: Parts) => Partial<ProductState> = () => ({})): ProductState {
  const parts = sound();
  for (const [name, change] of Object.entries(changes)) Object.assign(parts[name as keyof Parts], change);
  const { mail, entry, ...rows } = parts;
  const added = more(parts);
  return {
    main: [...Object.values(rows), ...(added.main ?? [])],
    ledger: [entry, ...(added.ledger ?? [])],
    mails: [mail, ...(added.mails ?? [])],
    now: LATER,
  };
}

type Changes = { [Part in keyof Parts]?: object };

const BEFORE = "2026-11-23T11:00:00.000Z";
const SUPPRESSED = [{ pk: "adr#a@example.com", sk: "suppression", at: BEFORE }];
const OVERDUE = { state: "queued", queue: "marketing", dueAt: AT };

const SPOILT: [breach: string, when: string, state: ProductState][] = [
  ["I1", "the balance says more than the entries", stateWith({ balance: { available: 51 } })],
  ["I1", "the lots hold less than the balance says", stateWith({ lot: { remaining: 40 } })],
  ["I2", "an entry has no cause", stateWith({ entry: { cause: "" } })],
  ["I2", "an entry stands there twice", stateWith({}, ({ entry }) => ({ ledger: [entry] }))],
  ["I3", "more was granted than is held", stateWith({ entry: { points: 60 } })],
  ["I4", "the address was suppressed before", stateWith({}, () => ({ main: SUPPRESSED }))],
  ["I4", "the address was proven only later", stateWith({ contact: { confirmedAt: LATER } })],
  ["I4", "nobody agreed to marketing", stateWith({ contact: { consent: { marketing: false, at: AT } } })],
  ["I4", "the contact is gone", stateWith({ contact: { pk: "con_b" } })],
  ["I5", "a marketing mail went out twice", stateWith({}, ({ mail }) => ({ mails: [mail] }))],
  [
    "I5",
    "a second confirmation leads elsewhere",
    stateWith({ message: { kind: "transactional" } }, ({ mail }) => ({
      mails: [{ ...mail, text: "http://x.example/b" }],
    })),
  ],
  ["I6", "a queued message is due nowhere", stateWith({ message: { state: "queued" } })],
  ["I6", "an unknown message is not listed", stateWith({ message: { state: "unknown" } })],
  ["I6", "a message is overdue", stateWith({ message: OVERDUE })],
  ["I9", "more places are taken than there are", stateWith({ stock: { taken: 2 } })],
  ["I9", "a place is taken that nobody holds", stateWith({ trial: { sk: "trial#other" } })],
];

describe("The check of the invariants", () => {
  it("finds nothing in a sound state", () => {
    expect(invariantBreaches(stateWith({}))).toEqual([]);
  });

  it.each(SPOILT)("finds a breach of %s when %s", (breach, _, state) => {
    expect(invariantBreaches(state).some((each) => each.startsWith(breach))).toBe(true);
  });
});
