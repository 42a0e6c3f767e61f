import { beforeAll, describe, expect, it } from "vitest";
import { now, secondsAfter } from "../../../../functions/platform/clock.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { send, sendForm } from "../../../edge/support/gateway.ts";
import { somebodyAsking, tokenFor } from "../../../edge/support/people.ts";

const tables = edgeTables();
const linkOf = async (email: string) => tokenFor("confirm", await somebodyAsking(email), secondsAfter(now(), 600));

describe("the link of a confirmation mail", () => {
  let t = "";
  beforeAll(async () => {
    t = await linkOf("ana@example.com");
  });

  it("starts the trial and signs its owner in, once", async () => {
    const first = await sendForm("/confirm", { t });
    expect(first.statusCode).toBe(200);
    const cookie = first.cookies?.[0]?.split(";")[0] ?? "";
    expect((await send({ method: "GET", path: "/v1/me", cookies: [cookie] })).statusCode).toBe(200);
  });

  it("pressed again says so, opens no session and changes nothing", async () => {
    const before = tables.picture();
    const again = await sendForm("/confirm", { t });
    expect([again.statusCode, again.cookies ?? []]).toEqual([200, []]);
    expect((await send({ method: "GET", path: `/confirm?t=${t}` })).statusCode).toBe(200);
    expect(tables.picture()).toBe(before);
  });

  it("pressed by five hands at once opens exactly one session", async () => {
    const other = await linkOf("bo@example.com");
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendForm("/confirm", { t: other })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter(({ cookies }) => cookies?.length)).toHaveLength(1);
  });

  it("pressed by another site's form confirms, but does not sign the visitor in as somebody else", async () => {
    const other = await linkOf("kim@example.com");
    const headers = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    const answer = await sendForm("/confirm", { t: other }, { headers });
    expect([answer.statusCode, answer.cookies ?? []]).toEqual([200, []]);
  });

  it("gives staff no session of staff: they sign in by their own link", async () => {
    const other = await linkOf("owner@example.com");
    const answer = await sendForm("/confirm", { t: other });
    const cookies = [answer.cookies?.[0]?.split(";")[0] ?? ""];
    expect((await send({ method: "GET", path: "/v1/me", cookies })).statusCode).toBe(200);
    expect((await send({ method: "GET", path: "/v1/console/session", cookies })).statusCode).toBe(403);
  });
});
