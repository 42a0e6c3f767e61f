import { beforeAll, describe, expect, it } from "vitest";
import { stopMail } from "../../../../functions/contacts/stop-mail.ts";
import { suppressionWrite } from "../../../../functions/contacts/suppression-store.ts";
import { now } from "../../../../functions/platform/clock.ts";
import { commit } from "../../../../functions/platform/commit.ts";
import { readSignUp } from "../../../../functions/trials/store.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { send, sendForm, sendJson } from "../../../edge/support/gateway.ts";
import { somebodyAsking, somebodyTrying } from "../../../edge/support/people.ts";

const tables = edgeTables();
const PEOPLE = ["member", "stopped", "asking", "suppressed", "stranger"];

beforeAll(async () => {
  await somebodyTrying("member@example.com");
  await stopMail((await somebodyTrying("stopped@example.com")).id, { method: "preferences" }, now());
  await somebodyAsking("asking@example.com");
  await commit([suppressionWrite("suppressed@example.com", { reason: "complaint", at: now() })]);
});

const body = (email: string) => ({ email, name: "Ana", offer: "free-lessons", consent: { marketing: true } });

describe("a request for a trial", () => {
  it("is answered alike whoever asks, with one write of at most three units", async () => {
    const told = new Set<string>();
    for (const person of PEOPLE) {
      const ask = () => sendJson("POST", "/v1/trials", body(`${person}@example.com`));
      const { answer, seen } = await tables.during(ask);
      told.add(JSON.stringify(answer));
      expect(seen.writes, person).toEqual(["PutItemCommand"]);
      expect(seen.writeUnits, person).toBeGreaterThan(0);
      expect(seen.writeUnits, person).toBeLessThanOrEqual(3);
    }
    expect([...told]).toHaveLength(1);
    expect([...told][0]).toContain('\\"status\\":\\"confirmation-pending\\"');
  });

  it("again within ten minutes is answered alike and changes nothing", async () => {
    const before = tables.picture();
    for (const person of PEOPLE) {
      expect((await sendJson("POST", "/v1/trials", body(`${person}@example.com`))).statusCode).toBe(202);
    }
    expect(tables.picture()).toBe(before);
  });

  it("by the page's form shows the same page whoever asks", async () => {
    const pages = new Set<string>();
    for (const email of ["member@example.com", "form@example.com"]) {
      const answer = await sendForm("/trials", { email, "consent.marketing": "true" });
      expect(answer.statusCode).toBe(202);
      pages.add(String(answer.body).replaceAll(email, "(address)"));
    }
    expect([...pages]).toHaveLength(1);
  });

  it("takes over nothing but what the form asks for", async () => {
    const before = tables.picture();
    for (const more of [
      { points: 1e9 },
      { confirmed: true },
      { id: "con_x" },
      { queue: "marketing" },
      { pk: "programme" },
    ]) {
      const { statusCode, body: text = "" } = await sendJson("POST", "/v1/trials", {
        ...body("more@example.com"),
        ...more,
      });
      expect(statusCode).toBe(422);
      expect(text).toContain(`leave out what is not known here: \\"${Object.keys(more)[0]}\\"`);
    }
    expect(tables.picture()).toBe(before);
  });

  it.each([
    ["a name of 101 characters", { name: "x".repeat(101) }, "at most 100"],
    ["an address that is none", { email: "nobody" }, "not an email address"],
    ["two addresses", { email: "a@example.com,b@example.com" }, "not an email address"],
    ["a line break in the address", { email: "a@example.com\r\nBcc: b@example.com" }, "not an email address"],
    ["an offer that is a path", { offer: "../programme" }, "/offer"],
    ["consent as text", { consent: { marketing: "true" } }, "of type boolean"],
    ["no consent said", { consent: undefined }, "/consent"],
  ])("with %s is refused with what to do about it", async (_, change, words) => {
    const before = tables.picture();
    const { statusCode, body: text = "" } = await sendJson("POST", "/v1/trials", {
      ...body("x@example.com"),
      ...change,
    });
    expect([statusCode, JSON.parse(text).code]).toEqual([422, "invalid-input"]);
    expect(text).toContain(words);
    expect(tables.picture()).toBe(before);
  });

  it.each([
    [413, JSON.stringify({ ...body("x@example.com"), name: "x".repeat(70_000) }), "application/json"],
    [415, JSON.stringify(body("x@example.com")), "text/plain"],
    [400, "{", "application/json"],
    [400, `${"[".repeat(20_000)}${"]".repeat(20_000)}`, "application/json"],
    [400, "", "application/json"],
  ])("is answered with %i for a body that cannot be read", async (status, text, type) => {
    const before = tables.picture();
    const answer = await send({ method: "POST", path: "/v1/trials", headers: { "content-type": type }, body: text });
    expect(answer.statusCode).toBe(status);
    expect(JSON.parse(answer.body ?? "")).toMatchObject({
      status,
      code: expect.any(String),
      title: expect.any(String),
    });
    expect(tables.picture()).toBe(before);
  });

  it.each([
    ["ANA@Example.COM ", "ana@example.com"],
    ["安娜@例子.中国", undefined],
    ["kim@例子.中国", "kim@xn--fsqu00a.xn--fiqs8s"],
    ["o'neil+news@example.com", "o'neil+news@example.com"],
  ])("keeps the address %j in its one form", async (typed, kept) => {
    const { statusCode } = await sendJson("POST", "/v1/trials", body(typed));
    expect(statusCode).toBe(kept ? 202 : 422);
    if (kept) expect(await readSignUp(kept)).toMatchObject({ email: kept });
  });

  it("shows a refused form again with everything as it was typed, as text", async () => {
    const name = `"><script>alert(1)</script>{{constructor}}`;
    const answer = await sendForm("/trials", { email: "nobody", name });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).not.toContain("<script>alert");
    expect(answer.body).toContain("{{constructor}}");
    expect(answer.body).toContain("&lt;script&gt;");
  });

  it("keeps the hash of the words that our own page showed, and of a foreign form's only what it calls them", async () => {
    const fields = { locale: "en", "consent.marketing": "true", "consent.version": "2026-11" };
    await sendForm("/trials", { ...fields, email: "here@example.com" });
    expect(await readSignUp("here@example.com")).toMatchObject({
      form: "/trials",
      consentText: "en#2026-11",
      consentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const headers = { origin: "https://blog.example", "sec-fetch-site": "cross-site" };
    const { "consent.version": _, ...plain } = fields;
    expect((await sendForm("/trials", { ...fields, email: "there@example.com" }, { headers })).statusCode).toBe(202);
    expect((await sendForm("/trials", { ...plain, email: "plain@example.com" }, { headers })).statusCode).toBe(202);
    const [there, nameless] = [await readSignUp("there@example.com"), await readSignUp("plain@example.com")];
    expect([there?.consentText, there?.consentHash]).toEqual(["en#2026-11", undefined]);
    expect([nameless?.consentText, nameless?.consentHash]).toEqual(["en#unknown", undefined]);
  });
});
