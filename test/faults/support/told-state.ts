import { messageRows } from "../../support/message-rows.ts";
import type { ProductState, Row } from "../../support/product-state.ts";

/** Rows that say how the machine stands, or that each visit makes anew. A crash may leave a mail uncounted in its budget and costs. */
const MACHINERY =
  /^(sweep|lane#|budget#|costs#|key#|session#|magic#|api-key#|template#|programme|journey#|audit#|staff#|reconciliation$|import#)/;

const MAIL = /^(message|outcome)#/;

/** What a state says of the business, as sorted lines: without ids, instants and the state of single messages. */
export function toldBy({ main, ledger }: ProductState): string[] {
  const emails = new Map(
    main.filter(({ sk }) => sk === "contact").map(({ pk, email }) => [pk, String(email ?? "")] as const),
  );
  const rows = main.filter(({ pk, sk }) => !MACHINERY.test(pk) && !MAIL.test(sk));
  return [...rows, ...ledger].map((row) => line(row, emails)).sort();
}

/** The messages of a state by what they are for, each with its state and how many copies the provider accepted. */
export function messagesIn({ main, mails }: ProductState): MessageTold[] {
  return messageRows(main).map(({ id, template, contactId, kind, state }) => {
    const contact = main.find(({ pk, sk }) => pk === contactId && sk === "contact");
    const copies = mails.filter(({ tags }) => tags.message === id).length;
    const name = `${template} to ${contact?.email}`;
    return { id: String(id), name, kind: String(kind), state: String(state), copies };
  });
}

export interface MessageTold {
  id: string;
  name: string;
  kind: string;
  state: string;
  copies: number;
}

const LEFT_OUT = new Set([
  "pk",
  "sk",
  "id",
  "dueShard",
  "dueAt",
  "listAt",
  "expiresAt",
  "revision",
  "inputHash",
  "previous",
  "hash",
  "lastReceipt",
  "code",
  // Each copy of the product has a key of its own for hashes of addresses.
  "addressHash",
]);

function line(row: Row, emails: Map<string, string>): string {
  const facts = Object.entries(row).filter(([name]) => !LEFT_OUT.has(name));
  const said = JSON.stringify([row.pk, row.sk.split("#")[0], Object.fromEntries(facts.sort())]);
  return said
    .replace(/con_[0-9a-z]+/g, (id) => emails.get(id) ?? "<nobody>")
    .replace(/\b(msg|evt|ent|lot|dec|rcp|enr|key|aud|red)_[0-9a-z]+/g, "<$1>")
    .replace(/"code#[^"]*"/g, '"code"')
    .replace(/"erased#[^"]*"/g, '"erased"')
    .replace(/("(?:code|referralCode)":)"[^"]*"/g, '$1"<code>"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<at>");
}
