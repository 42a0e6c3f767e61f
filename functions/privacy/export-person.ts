import { auditAct } from "../access/audit-act.ts";
import { readOrder } from "../activity/store.ts";
import { exportReceipts } from "../contacts/export-receipts.ts";
import { readContact } from "../contacts/store.ts";
import { readSuppressionRecord } from "../contacts/suppression-store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Item } from "../platform/items.ts";
import { kindOf } from "../platform/row-kinds.ts";
import { DUE_WORK } from "../platform/work-rows.ts";
import { allEntries } from "../points/store.ts";
import { readSignUp } from "../trials/store.ts";
import { personRowKinds } from "./person-row-kinds.ts";
import { everyRowOf } from "./store.ts";

/** Everything that is held of one person, by what it is about. */
export interface PersonExport {
  export: "tastemaker-person";
  contactId: string;
  exportedAt: Instant;
  held: Record<string, unknown>;
}

/** Gathers everything that is held of a person, as one document; that it was handed out is audited. */
export async function exportPerson(contactId: string, by: string, now: Instant): Promise<PersonExport | undefined> {
  const contact = await readContact(contactId);
  if (!contact) return undefined;
  const { email } = contact;
  const [rows, ledger, consents, suppression, signUp] = await Promise.all([
    everyRowOf(contactId),
    allEntries(contactId),
    exportReceipts(contactId, now),
    readSuppressionRecord(email),
    readSignUp(email),
  ]);
  const held = {
    ...bySection(rows),
    consents,
    orders: (await ordersIn(rows)).map(facts),
    ledger: ledger.map(facts),
    ...(suppression ? { suppression: facts(suppression as unknown as Item) } : {}),
    ...(signUp ? { signUp: facts(signUp as unknown as Item) } : {}),
  };
  await commit([auditAct({ staff: by, act: "contact.export", subject: contactId }, now)]);
  return { export: "tastemaker-person", contactId, exportedAt: now, held };
}

function bySection(rows: Item[]): Record<string, object[]> {
  const sections = Object.groupBy(rows, (row) => kindOf(row, personRowKinds)?.section ?? "others");
  return Object.fromEntries(Object.entries(sections).map(([name, found = []]) => [name, found.map(facts)]));
}

async function ordersIn(rows: Item[]): Promise<Item[]> {
  const told = rows.filter(({ type }) => type === "purchase.recorded").map(({ data }) => data as { orderId: string });
  const orders = await Promise.all(told.map(({ orderId }) => readOrder(orderId)));
  return orders.flatMap((order) => (order ? [order as unknown as Item] : []));
}

/** How a row is found and what becomes due by it is nothing that is known of the person. */
const OURS = new Set<string>([...DUE_WORK, "pk", "listKey", "listAt", "expiresAt"]);

/** A key may say what its row is about. */
function facts({ sk, ...row }: Item): object {
  return { key: sk, ...Object.fromEntries(Object.entries(row).filter(([name]) => !OURS.has(name))) };
}
