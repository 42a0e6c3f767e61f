import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createDynamoDb } from "../../../local/dynamodb/engine.ts";

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

/** Lets the stream begin anew: every change that it still holds is told once more. */
export function tellAgain(folder: string): void {
  const database = new DatabaseSync(join(folder, "tables.db"));
  database.exec("UPDATE positions SET position = 0");
  database.close();
}

function consumersIn(file: string): string[] {
  const database = new DatabaseSync(file);
  const rows = database.prepare("SELECT DISTINCT consumer FROM positions").all();
  database.close();
  return rows.map(({ consumer }) => String(consumer));
}
