import { sendBulk } from "../functions/platform/bulk-mailer.ts";
import { sendEmail } from "../functions/platform/mailer.ts";
import { ses } from "../functions/platform/ses.ts";
import type { Bench } from "./support/bench.ts";
import { median, spread } from "./support/statistics.ts";

const ROUNDS = 15;
const MAILS = 500;
const A_CALL = 50;
const HTML = `<html><body>${"<p>Ten minutes a day are enough to keep a language alive.</p>".repeat(800)}</body></html>`;
const TEXT = "Ten minutes a day are enough to keep a language alive.\n".repeat(100);

/** What handing a mail to SES costs in processor time, when SES keeps its template and when it goes whole. */
export const bench: Bench = {
  name: "send.call",
  about:
    "CPU a mail of the SDK without network, in turns: SendEmail with 48 KB of HTML over SendBulkEmail with 50 copies of a kept template",
  run: async () => {
    useSettings();
    await round(whole);
    await round(copies);
    const taken = { floor: [] as number[], whole: [] as number[], copies: [] as number[] };
    for (let at = 0; at < ROUNDS; at++) {
      taken.floor.push(await round(floor));
      taken.whole.push(await round(whole));
      taken.copies.push(await round(copies));
    }
    const ratios = taken.whole.map((micros, at) => micros / (taken.copies[at] ?? Number.NaN));
    const note = `${Math.round(median(taken.whole))} µs over ${Math.round(median(taken.copies))} µs, ${ROUNDS} rounds; the values alone as JSON ${median(taken.floor).toFixed(1)} µs`;
    return [
      {
        case: "SendEmail over SendBulkEmail × 50",
        ...spread(ratios),
        unit: "×",
        gate: { is: "at-least", value: 25 },
        moonshot: 60,
        note,
      },
    ];
  },
};

/** Values such as a mail of ours has: a name, four addresses with their tokens, a date and a count. */
function valuesOf(number: number): Record<string, string> {
  const token = `${"abcdefghjkmnpqrs".repeat(4)}${number}`;
  const links = ["unsubscribe", "preferences"].map((path) => `https://tastemaker.example/${path}?t=${token}`);
  return {
    s0: `Reader ${number}`,
    s1: "Monday 30 November",
    s2: `${number % 9} seats left`,
    s3: links[0] ?? "",
    s4: links[1] ?? "",
  };
}

const headersOf = (number: number) => ({
  "List-Unsubscribe": `<${valuesOf(number).s3}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});
const tagsOf = (number: number) => ({ message: `msg_${number}abcdefghjkmnpqrstvwxyz`, contact: `con_${number}` });
const copyOf = (number: number) => ({
  to: `reader-${number}@example.com`,
  values: valuesOf(number),
  headers: headersOf(number),
  tags: tagsOf(number),
});

async function floor(): Promise<void> {
  for (let number = 0; number < MAILS; number++) JSON.stringify(valuesOf(number));
}

async function whole(): Promise<void> {
  for (let number = 0; number < MAILS; number++) {
    const envelope = { to: `reader-${number}@example.com`, fromName: "Lantern", lane: "marketing" as const };
    const mail = {
      ...envelope,
      subject: "News",
      html: HTML,
      text: TEXT,
      headers: headersOf(number),
      tags: tagsOf(number),
    };
    const { answer } = await sendEmail(mail);
    if (answer !== "accepted") throw new Error(`SendEmail was ${answer}`);
  }
}

async function copies(): Promise<void> {
  for (let from = 0; from < MAILS; from += A_CALL) {
    const numbers = Array.from({ length: A_CALL }, (_, at) => from + at);
    const answers = await sendBulk({
      lane: "marketing",
      fromName: "Lantern",
      template: "tm-0123456789abcdef",
      copies: numbers.map(copyOf),
    });
    if (answers.some(({ answer }) => answer !== "accepted")) throw new Error("SendBulkEmail was not accepted");
  }
}

/** Microseconds of processor time a mail. */
async function round(send: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await send();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MAILS;
}

function useSettings(): void {
  Object.assign(process.env, {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "bench",
    AWS_SECRET_ACCESS_KEY: "bench",
    SENDER_ADDRESS: "hello@lantern.example",
    MARKETING_CONFIGURATION_SET: "marketing",
  });
  const results = Array.from({ length: A_CALL }, (_, at) => ({ Status: "SUCCESS", MessageId: `ses-${at}` }));
  const answer = Buffer.from(JSON.stringify({ MessageId: "ses-1", BulkEmailEntryResults: results }));
  const response = { statusCode: 200, headers: { "content-type": "application/json" }, body: answer };
  ses.config.requestHandler = Object.assign(Object.create(ses.config.requestHandler), {
    handle: async () => ({ response }),
  });
}
