import { describe, expect, it } from "vitest";
import { csvText } from "../../../../web/console/data/csv.ts";
import { recognisedColumns } from "../../../../web/console/suppression-import/columns.ts";
import { type LinedRow, listId, listRows, rowsForCall } from "../../../../web/console/suppression-import/list-rows.ts";
import { readList } from "../../../../web/console/suppression-import/read-list.ts";
import { startTally } from "../../../../web/console/suppression-import/tally.ts";

describe("the columns of a list are recognised", () => {
  it.each([
    ["Mailchimp's unsubscribed", "Email Address,First Name,UNSUB_TIME,UNSUB_REASON", [0, 3, 2], "manual"],
    ["Mailchimp's cleaned", "Email Address,First Name,CLEAN_TIME,CLEAN_CAMPAIGN_ID", [0, -1, 2], "hard-bounce"],
    ["SES's", "EmailAddress,Reason,LastUpdateTime", [0, 1, 2], "manual"],
    ["SendGrid's bounces", "status,reason,email,created", [2, 1, 3], "hard-bounce"],
    ["Postmark's", "EmailAddress,SuppressionReason,Origin,CreatedAt", [0, 1, 3], "manual"],
    ["Brevo's", "Email,Reason,Sender,Date", [0, 1, 3], "manual"],
    ["Mailgun's bounces", "address,code,error,created_at", [0, -1, 3], "hard-bounce"],
    ["a Chinese one", "姓名,邮箱,退订原因,时间", [1, 2, 3], "manual"],
    ["our own", "Email,Reason,Since,Note,By", [0, 1, 2], "manual"],
  ])("%s", (_, header, [email, reason, at], otherwise) => {
    expect(recognisedColumns(header.split(","), [])).toEqual({ email, reason, at, otherwise });
  });

  it("by the addresses in them, when no name says it", () => {
    const records = [{ line: 2, cells: ["Ana", "ana@example.com"] }];
    expect(recognisedColumns(["Who", "Where"], records).email).toBe(1);
    expect(recognisedColumns(["Who", "Where"], [{ line: 2, cells: ["Ana", "Berlin"] }]).email).toBe(-1);
  });
});

describe("what is written for spreadsheets", () => {
  const hostile = ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", 'a "b"', "x,y", "two\r\nlines"];

  it("is never calculated by them, and is read back as it was", () => {
    const text = csvText(
      ["Email", "Reason"],
      hostile.map((reason) => ["a@b.co", reason]),
    );
    const read = readList(text);
    if (!read.ok) throw new Error(read.reason);
    for (const { cells } of read.records) expect(cells[1]).not.toMatch(/^[=+\-@\t\r]/);
    const rows = listRows(read.records, { email: 0, reason: 1, at: -1, otherwise: "manual" });
    expect(rows.map(({ row }) => row.reason)).toEqual(hostile.map((each) => each.trim()));
  });
});

describe("the rows of a list", () => {
  const columns = { email: 0, reason: 1, at: -1, otherwise: "manual" } as const;
  const row = (line: number, email: string): LinedRow => ({ line, row: { email } });

  it("are cut to what an address can be, and hold no half characters", () => {
    const [first] = listRows([{ line: 2, cells: [`${"x".repeat(319)}🙂`, ""] }], columns);
    expect(first?.row.email.length).toBe(320);
    expect(first?.row.email.isWellFormed()).toBe(true);
  });

  it("go into calls of at most 200, fewer when they are long, and always at least one", () => {
    const short = Array.from({ length: 450 }, (_, at) => row(at, `a${at}@example.com`));
    expect([rowsForCall(short, 0).length, rowsForCall(short, 400).length]).toEqual([200, 50]);
    const long = Array.from({ length: 450 }, (_, at) => row(at, "\u0001".repeat(320)));
    const sent = rowsForCall(long, 0);
    expect(sent.length).toBeGreaterThan(0);
    expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThan(400 * 1024);
  });

  it("are the same list only with the same content and meaning", async () => {
    const rows = [row(2, "a@b.co")];
    expect(await listId(rows, "manual")).toBe(await listId([row(9, "a@b.co")], "manual"));
    expect(await listId(rows, "manual")).not.toBe(await listId(rows, "complaint"));
    expect(await listId(rows, "manual")).toMatch(/^[0-9a-f]{32}$/);
  });

  it("are counted once for each address, over all calls", () => {
    const { tally, add } = startTally();
    add([row(2, "a@b.co"), row(3, "nobody")], { verdicts: ["new", "refused"], datesUnread: 1 });
    add([row(4, "A@b.co"), row(5, "c@d.co")], { verdicts: ["new", "kept"], datesUnread: 0 });
    expect(tally).toMatchObject({ counts: { new: 1, graver: 0, kept: 1, refused: 1 }, repeated: 1, datesUnread: 1 });
    expect(tally.refused.map(({ line }) => line)).toEqual([3]);
  });
});
