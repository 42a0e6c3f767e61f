import { describe, expect, it } from "vitest";
import { decodeFile, LARGEST_FILE } from "../../../../web/console/suppression-import/decode-file.ts";
import { readFile } from "../../../../web/console/suppression-import/read-file.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
const read = (text: string) => readFile("list.csv", utf8(text));
const records = (text: string) => {
  const file = read(text);
  if (!file.ok) throw new Error(file.reason);
  return file.list.records;
};

describe("a suppression list is read", () => {
  it("as UTF-8, with its mark or without", () => {
    expect(decodeFile(utf8("\uFEFFEmail\r\nä@b.de"))).toEqual({ ok: true, text: "Email\r\nä@b.de", encoding: "utf-8" });
  });

  it("as UTF-16 in either order, as spreadsheets save it", () => {
    const big = utf16("Email,原因").map((_, at, all) => all[at ^ 1] ?? 0);
    expect(decodeFile(utf16("Email,原因"))).toMatchObject({ text: "Email,原因", encoding: "utf-16le" });
    expect(decodeFile(big)).toMatchObject({ text: "Email,原因", encoding: "utf-16be" });
  });

  it("as GBK, as Chinese spreadsheets save it", () => {
    // "邮箱,原因" in GBK
    const gbk = new Uint8Array([0xd3, 0xca, 0xcf, 0xe4, 0x2c, 0xd4, 0xad, 0xd2, 0xf2, 0x0a]);
    const file = readFile("x.csv", new Uint8Array([...gbk, ...utf8("a@example.com,spam\n")]));
    expect(file).toMatchObject({ ok: true, list: { encoding: "gb18030", columns: { email: 0, reason: 1 } } });
  });

  it("as Western European, when it is nothing else", () => {
    const latin = new Uint8Array(Buffer.from("Email,Name\na@example.com,Jos\xe9\n", "latin1"));
    expect(decodeFile(latin)).toMatchObject({ encoding: "windows-1252", text: "Email,Name\na@example.com,José\n" });
  });

  it("with the line on which each row begins, also after line breaks in quotes and empty lines", () => {
    const text = 'Email,Reason\r\na@b.co,"one\r\ntwo"\r\n\r\nc@d.co,x\r\n"e@f.co","a ""quoted"" word"\r\n';
    expect(records(text)).toEqual([
      { line: 2, cells: ["a@b.co", "one\r\ntwo"] },
      { line: 5, cells: ["c@d.co", "x"] },
      { line: 6, cells: ["e@f.co", 'a "quoted" word'] },
    ]);
  });

  it.each([",", ";", "\t", "|"])("whatever separates its cells: %j", (mark) => {
    expect(records(["Email", "Reason\na@b.co", "x\nc@d.co", "y"].join(mark))[1]).toEqual({
      line: 3,
      cells: ["c@d.co", "y"],
    });
  });

  it("without a head, when it is a column of addresses", () => {
    expect(records("a@b.co\nc@d.co\n").map(({ line }) => line)).toEqual([1, 2]);
    expect(read("a@b.co\nc@d.co\n")).toMatchObject({ list: { columns: { email: 0, reason: -1, at: -1 } } });
  });
});

describe("a file that is no list is refused with the way on", () => {
  it("when it is larger than 20 MB", () => {
    expect(decodeFile(new Uint8Array(LARGEST_FILE + 1))).toEqual({ ok: false, reason: "too-large" });
  });

  it("when it is a spreadsheet, an archive or text with zero characters", () => {
    for (const bytes of [utf8("PK\u0003\u0004\0\0x"), utf8("Email\na\0@b.co"), new Uint8Array(1000)])
      expect(decodeFile(bytes)).toEqual({ ok: false, reason: "no-text" });
  });

  it("when it is empty or only a head", () => {
    expect(read("\uFEFF \r\n")).toEqual({ ok: false, reason: "empty" });
    expect(read("Email,Reason\r\n\r\n")).toEqual({ ok: false, reason: "no-rows" });
  });

  it("when a quote is never closed, naming its line", () => {
    const text = `Email,Reason\n${"a@b.co,x\n".repeat(20)}c@d.co,"open\n${"e@f.co,y\n".repeat(50)}`;
    expect(read(text)).toEqual({ ok: false, reason: "open-quote", line: 22 });
  });

  it("when it has more than 100,000 rows", () => {
    expect(read(`Email\n${"a@b.co\n".repeat(100_001)}`)).toEqual({ ok: false, reason: "too-many-rows" });
  });

  it("in a few seconds even at 20 MB in one cell or in millions of empty ones", () => {
    expect(read(`Email\n"${"x".repeat(19_000_000)}"\n`).ok).toBe(true);
    expect(read(`Email${",".repeat(1_000_000)}\na@b.co`).ok).toBe(true);
  });
});
