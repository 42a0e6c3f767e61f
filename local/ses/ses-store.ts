import type { DatabaseSync } from "node:sqlite";
import { MailTable } from "./mail-table.ts";
import { SesAccount } from "./ses-account.ts";
import { openSesDatabase } from "./ses-database.ts";
import { SuppressionList } from "./suppression-list.ts";
import { TemplateTable } from "./template-table.ts";

export interface SesStore {
  account: SesAccount;
  mails: MailTable;
  suppression: SuppressionList;
  templates: TemplateTable;
  now(): number;
  close(): void;
}

export interface SesStoreOptions {
  /** Where mail is kept; ":memory:" forgets it. */
  file: string;
  /** The virtual clock, epoch milliseconds. */
  now(): number;
  region?: string;
  accountId?: string;
}

/** Opens everything the sending account keeps. */
export function openSesStore(options: SesStoreOptions): SesStore {
  const database: DatabaseSync = openSesDatabase(options.file);
  return {
    account: new SesAccount(database, options.region ?? "eu-central-1", options.accountId ?? "000000000000"),
    mails: new MailTable(database),
    suppression: new SuppressionList(database),
    templates: new TemplateTable(database),
    now: options.now,
    close: () => database.close(),
  };
}
