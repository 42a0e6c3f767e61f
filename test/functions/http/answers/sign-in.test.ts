import { beforeAll, describe, expect, it } from "vitest";
import { answerSignIn } from "../../../../functions/access/answer-sign-in.ts";
import { suppressionWrite } from "../../../../functions/contacts/suppression-store.ts";
import { listMessages } from "../../../../functions/mail/store.ts";
import { now, secondsAfter } from "../../../../functions/platform/clock.ts";
import { commit } from "../../../../functions/platform/commit.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { send, sendForm, sendJson } from "../../../edge/support/gateway.ts";
import { sessionCookieOf, signInToken, somebodyTrying } from "../../../edge/support/people.ts";

const tables = edgeTables();
let id = "";

beforeAll(async () => {
  id = (await somebodyTrying("ana@example.com", "Ana")).id;
});

const cookieOf = ({ cookies = [] }: { cookies?: string[] | undefined }) => cookies[0]?.split(";")[0] ?? "";
const me = (cookie: string) => send({ method: "GET", path: "/v1/me", cookies: [cookie] });

describe("a sign-in link", () => {
  it("opens one session, and a second use opens none", async () => {
    const t = await signInToken(id);
    const first = await sendForm("/sign-in", { t });
    expect([first.statusCode, first.headers?.location]).toEqual([303, "/me"]);
    expect((await me(cookieOf(first))).statusCode).toBe(200);
    const before = tables.picture();
    const again = await sendForm("/sign-in", { t });
    expect([again.statusCode, again.cookies]).toEqual([410, undefined]);
    expect(tables.picture()).toBe(before);
  });

  it("pressed ten times at once opens exactly one", async () => {
    const t = await signInToken(id, 1);
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendForm("/sign-in", { t })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, ...Array(9).fill(410)]);
    expect(answers.filter(({ cookies }) => cookies)).toHaveLength(1);
  });

  it("is good for fifteen minutes and no longer", async () => {
    expect((await sendForm("/sign-in", { t: await signInToken(id, 14 * 60) })).statusCode).toBe(303);
    expect((await sendForm("/sign-in", { t: await signInToken(id, 15 * 60 + 2) })).statusCode).toBe(410);
  });

  it("never keeps a session that the browser brought along", async () => {
    const planted = "__Host-session=plantedplantedplantedplanted0000";
    const opened = await sendForm("/sign-in", { t: await signInToken(id, 2) }, { cookies: [planted] });
    expect(cookieOf(opened)).not.toBe(planted);
    expect((await me(planted)).statusCode).toBe(401);
    expect((await me(cookieOf(opened))).statusCode).toBe(200);
  });

  it("cannot be pressed for a visitor by another site", async () => {
    const before = tables.picture();
    const t = await signInToken(id, 3);
    for (const origin of ["https://evil.example", "null", "https://tastemaker.example.evil.example"]) {
      const answer = await sendForm("/sign-in", { t }, { headers: { origin } });
      expect([answer.statusCode, answer.cookies]).toEqual([403, undefined]);
    }
    expect(tables.picture()).toBe(before);
  });

  it("of a contact who does not exist opens nothing", async () => {
    const answer = await sendForm("/sign-in", { t: await signInToken("con_0000000000nobody0000") });
    expect([answer.statusCode, answer.cookies]).toEqual([400, undefined]);
  });
});

describe("asking for a sign-in link", () => {
  it("is answered alike for members, strangers, the suppressed and staff, with one write each", async () => {
    await commit([suppressionWrite("gone@example.com", { reason: "hard-bounce", at: now() })]);
    const emails = ["ana@example.com", "stranger@example.com", "gone@example.com", "owner@example.com"];
    const told = new Set<string>();
    for (const email of emails) {
      const { answer, seen } = await tables.during(() => sendJson("POST", "/v1/sign-in", { email }));
      told.add(JSON.stringify(answer));
      expect(seen.writes).toEqual(["PutItemCommand"]);
    }
    expect([...told]).toHaveLength(1);
    expect([...told][0]).toContain('"statusCode":202');
  });

  it("again within a minute is answered alike and writes nothing", async () => {
    const before = tables.picture();
    expect((await sendJson("POST", "/v1/sign-in", { email: "ana@example.com" })).statusCode).toBe(202);
    expect(tables.picture()).toBe(before);
  });

  it("mails members and staff, and nobody else", async () => {
    for (const email of ["ana@example.com", "stranger@example.com", "gone@example.com", "owner@example.com"]) {
      await answerSignIn(email, now());
    }
    const mails = (await listMessages(id, 100)).items.filter(({ template }) => template === "sign-in");
    expect(mails).toHaveLength(1);
    const picture = tables.picture();
    expect(picture.match(/"template":\{"S":"sign-in"\}/g) ?? picture.match(/sign-in\.requested/g)).toHaveLength(2);
  });
});

describe("signing out", () => {
  it("ends the session in the table, not only in the browser", async () => {
    const cookie = await sessionCookieOf(id);
    const answer = await sendForm("/sign-out", {}, { cookies: [cookie] });
    expect([answer.statusCode, answer.headers?.location]).toEqual([303, "/sign-in"]);
    expect(answer.cookies).toEqual(["__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"]);
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it("is not done for a visitor by another site", async () => {
    const cookie = await sessionCookieOf(id, { expiresAt: secondsAfter(now(), 60) });
    const answer = await sendForm("/sign-out", {}, { cookies: [cookie], headers: { origin: "https://evil.example" } });
    expect(answer.statusCode).toBe(403);
    expect((await me(cookie)).statusCode).toBe(200);
  });
});
