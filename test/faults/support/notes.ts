import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createDynamoDb } from "../../../local/dynamodb/engine.ts";
import type { ProductState } from "../../support/product-state.ts";

const MAIN = "Tastemaker-Data-Main";

/** Takes from a data folder every note that only hints at work: queued messages, and what the stream had yet to tell. */
export function loseNotes(folder: string): void {
  const queues = new DatabaseSync(join(folder, "queues.db"));
  // What the provider reports is no hint: nobody could tell it again.
  queues.exec("DELETE FROM message WHERE queue NOT LIKE '%MailOutcomes%'");
  queues.close();
  const file = join(folder, "tables.db");
  const consumers = consumersIn(file);
  const dynamoDb = createDynamoDb({ file, now: Date.now });
  const end = dynamoDb.endOfStream(MAIN);
  if (end !== undefined) for (const consumer of consumers) dynamoDb.savePosition(MAIN, consumer, end);
  dynamoDb.close();
}

/** A note that asks a worker to look at a row. */
export interface Note {
  queue: "Reactions" | "TransactionalMail" | "MarketingMail";
  row: { pk: string; sk: string };
}

const WORK = /^(sign-up|sign-in-request|event#|enrollment#|referral$|lot#|tier$)/;

/** A note for every row that is or ever was work, whether or not it is due. */
export function everyNote({ main }: ProductState): Note[] {
  return main.flatMap(({ pk, sk, kind }): Note[] => {
    if (sk.startsWith("message#"))
      return [{ queue: kind === "marketing" ? "MarketingMail" : "TransactionalMail", row: { pk, sk } }];
    return WORK.test(sk) ? [{ queue: "Reactions", row: { pk, sk } }] : [];
  });
}

function consumersIn(file: string): string[] {
  const database = new DatabaseSync(file);
  const rows = database.prepare("SELECT DISTINCT consumer FROM positions").all();
  database.close();
  return rows.map(({ consumer }) => String(consumer));
}
