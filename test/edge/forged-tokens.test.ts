import { beforeAll, describe, expect, it } from "vitest";
import { now, secondsAfter } from "../../functions/platform/clock.ts";
import type { HttpResponse } from "../../functions/platform/http-handler.ts";
import type { TokenPurpose } from "../../functions/platform/tokens.ts";
import { damagedTokens } from "./support/damaged-tokens.ts";
import { edgeTables } from "./support/direct-tables.ts";
import { send, sendForm } from "./support/gateway.ts";
import { signInToken, somebodyAsking, somebodyTrying, tokenFor } from "./support/people.ts";

const tables = edgeTables();
/** A link in a mail leads somewhere by itself; its tokens are tried with its answer. */
type Pressed = Exclude<TokenPurpose, "follow-link">;
const good = {} as Record<Pressed, string>;
let anaId = "";

beforeAll(async () => {
  anaId = (await somebodyTrying("ana@example.com", "Ana")).id;
  good.confirm = await tokenFor("confirm", await somebodyAsking("bo@example.com"), secondsAfter(now(), 600));
  good["sign-in"] = await signInToken(anaId);
  good.unsubscribe = await tokenFor("unsubscribe", anaId);
  good.preferences = await tokenFor("preferences", anaId);
});

const query = (t: string) => encodeURIComponent(t);

/** How a token is used at the one address where it is worth something. */
const USES: Record<Pressed, (t: string) => Promise<HttpResponse>> = {
  confirm: (t) => sendForm("/confirm", { t }),
  "sign-in": (t) => sendForm("/sign-in", { t }),
  unsubscribe: (t) => sendForm(`/unsubscribe?t=${query(t)}`, { "List-Unsubscribe": "One-Click" }),
  preferences: (t) => sendForm(`/preferences?t=${query(t)}`, { act: "stop", locale: "zh-CN" }),
};
const purposes = Object.keys(USES) as Pressed[];

async function expectRefused(answer: Promise<HttpResponse>, told: string): Promise<void> {
  const { statusCode, headers, cookies } = await answer;
  // Without a token in its place the sign-in page takes the form for a request for a link: 422.
  expect([400, 410, 422], told).toContain(statusCode);
  expect(headers?.["content-type"], told).toMatch(/^text\/html/);
  expect(cookies ?? [], told).toEqual([]);
}

describe.each(purposes)("a token to %s", (purpose) => {
  it("is worthless once damaged or forged, however that is done, and changes nothing", async () => {
    const before = tables.picture();
    for (const [kind, token] of Object.entries(damagedTokens(good[purpose]))) {
      await expectRefused(USES[purpose](token), kind);
    }
    expect(tables.picture()).toBe(before);
  });

  it("is worthless for every other purpose", async () => {
    const before = tables.picture();
    for (const other of purposes.filter((each) => each !== purpose)) {
      await expectRefused(USES[other](good[purpose]), `${purpose} for ${other}`);
    }
    expect(tables.picture()).toBe(before);
  });

  it("is refused when it is sent twice, in the query or in the form", async () => {
    const before = tables.picture();
    const t = query(good[purpose]);
    const form = { headers: { "content-type": "application/x-www-form-urlencoded" }, method: "POST" };
    const path = `/${purpose}`;
    await expectRefused(send({ ...form, path: `${path}?t=${t}&t=${t}`, body: "" }), "in the query");
    if (purpose === "confirm" || purpose === "sign-in") {
      await expectRefused(sendForm(path, `t=${t}&t=${t}`), "in the form");
    }
    expect(tables.picture()).toBe(before);
  });

  it("is worthless when its time is over, and no forgery is told apart from another", async () => {
    const bodies = new Set<string>();
    for (const token of ["x.y", good[purpose].slice(0, -2), `${good[purpose]}.z`]) {
      const { body = "" } = await USES[purpose](token);
      bodies.add(
        body
          .replaceAll(query(token), "")
          .replaceAll(token, "")
          .replaceAll(/t&#x3D;[^&"]*/g, ""),
      );
    }
    expect(bodies.size).toBe(1);
    const old = await tokenFor(purpose, anaId, secondsAfter(now(), -1));
    await expectRefused(USES[purpose](old), "expired");
  });

  it("changes nothing by being opened, however often", async () => {
    const before = tables.picture();
    for (const method of ["GET", "HEAD"]) {
      for (let times = 0; times < 2; times++) {
        const { cookies } = await send({ method, path: `/${purpose}?t=${query(good[purpose])}` });
        expect(cookies ?? []).toEqual([]);
      }
    }
    expect(tables.picture()).toBe(before);
  });
});
