import type { ListRecord } from "./read-list.ts";

/** What a row means that does not say it. */
export type Otherwise = "manual" | "hard-bounce" | "complaint";

/** Which column holds what, by its place; -1 is none. */
export interface Columns {
  email: number;
  reason: number;
  at: number;
  otherwise: Otherwise;
}

// What Mailchimp, SES, SendGrid, Brevo, Postmark, Mailgun and lists in Chinese call these columns; better names first.
const NAMES = {
  email: [
    "email address",
    "emailaddress",
    "email",
    "e mail",
    "address",
    "recipient",
    "电子邮件",
    "邮箱地址",
    "邮箱",
    "邮件地址",
  ],
  reason: [
    "reason",
    "suppressionreason",
    "suppression reason",
    "unsub reason",
    "bounce type",
    "type",
    "原因",
    "退订原因",
  ],
  at: [
    "lastupdatetime",
    "last update time",
    "createdat",
    "created at",
    "created",
    "unsub time",
    "clean time",
    "date",
    "time",
    "timestamp",
    "since",
    "时间",
    "日期",
  ],
};

/** The columns of a list as its head and its first rows show them. */
export function recognisedColumns(header: readonly string[], records: readonly ListRecord[]): Columns {
  const names = header.map(plain);
  const email = placeOf(names, NAMES.email);
  return {
    email: email >= 0 ? email : columnWithAddresses(header, records),
    reason: placeOf(names, NAMES.reason),
    at: placeOf(names, NAMES.at),
    otherwise: meantBy(names),
  };
}

/** Mailchimp's cleaned addresses and the bounce lists of SendGrid and Mailgun hold bounces and never say so. */
function meantBy(names: string[]): Otherwise {
  const has = (...wanted: string[]) => wanted.every((name) => names.includes(name));
  return has("clean time") || has("status", "reason") || has("code", "error") ? "hard-bounce" : "manual";
}

function placeOf(names: string[], wanted: string[]): number {
  const found = wanted.find((name) => names.includes(name));
  return found === undefined ? -1 : names.indexOf(found);
}

function columnWithAddresses(header: readonly string[], records: readonly ListRecord[]): number {
  const sample = records.slice(0, 20);
  return header.findIndex((_, at) => sample.length > 0 && sample.every(({ cells }) => cells[at]?.includes("@")));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}
