import { beforeAll, describe, expect, it } from "vitest";
import { publishContent } from "../../../../functions/content/publish-content.ts";
import { saveDraft } from "../../../../functions/content/save-draft.ts";
import { sharedWrite } from "../../../../functions/content/store.ts";
import { letterSubject } from "../../../../functions/mail/rules/letter-subject.ts";
import type { Message } from "../../../../functions/mail/rules/message.ts";
import { newMessageWrite } from "../../../../functions/mail/store.ts";
import { offerWrite, readOfferDefinition } from "../../../../functions/offers/store.ts";
import { now } from "../../../../functions/platform/clock.ts";
import { commit } from "../../../../functions/platform/commit.ts";
import type { TokenPurpose } from "../../../../functions/platform/tokens.ts";
import { damagedTokens } from "../../../edge/support/damaged-tokens.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { send } from "../../../edge/support/gateway.ts";
import { tokenFor } from "../../../edge/support/people.ts";
import { SMALL_SHARED, smallSource } from "../../content/support/small-content.ts";

const tables = edgeTables();
const by = "mia@lantern.example";
const OFFER = "https://lantern.example/course?a=1";
const BODY = `<mj-text><p>Hello {{contact.name}}, see <a href="https://lantern.example/lessons">all lessons</a>.</p></mj-text>
<mj-button href="{{links.offer}}">Take it</mj-button>
<mj-text><p><a href="{{urls.portal}}">Your page</a></p></mj-text>`;
let token = "";

beforeAll(async () => {
  await commit([sharedWrite(SMALL_SHARED, now())]);
  const variables = [{ name: "links.offer", type: "url" as const, required: true, sample: OFFER }];
  await publish(
    smallSource({ body: BODY, variables, locales: { en: { subject: "A", preheader: "B", body: BODY } } }),
    0,
  );
  await commit([newMessageWrite(message("msg_1", { "links.offer": OFFER, "urls.portal": "https://old.example/me" }))]);
  token = await tokenOf("msg_1");
}, 30_000);

async function publish(source: ReturnType<typeof smallSource>, revision: number): Promise<void> {
  await saveDraft({ name: "news", by, at: now(), revision, source });
  const published = await publishContent({ name: "news", by, at: now(), revision: revision + 1 });
  if (!published.ok) expect.unreachable(JSON.stringify(published));
}

function message(id: string, targets?: Record<string, string>): Message {
  const about = { kind: "marketing", template: "news", variables: {}, offer: "free-lessons", cause: {} } as const;
  const sent = { id, contactId: "con_1", queuedAt: now(), state: "submitted", attempt: 1 } as const;
  return { ...about, ...sent, ...(targets ? { targets } : {}) };
}

const tokenOf = (messageId: string, purpose: TokenPurpose = "follow-link", version = 1) =>
  tokenFor(purpose, letterSubject({ contactId: "con_1", messageId, version, locale: "en" }));
const follow = (link: string, given: string) =>
  send({ method: "GET", path: `/c/${encodeURIComponent(link)}/${encodeURIComponent(given)}` });

describe("a link in a mail", () => {
  it.each([
    ["k1", "https://lantern.example/lessons"],
    ["k2", OFFER],
    ["k3", "https://old.example/me"],
  ])("leads on (%s) to where it led when the mail was made", async (link, address) => {
    const { statusCode, headers, body, cookies } = await follow(link, token);
    expect([statusCode, headers?.location, body, cookies]).toEqual([302, address, "", undefined]);
    expect(headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  });

  it("leads there still when another version was published or the offer has moved", async () => {
    await publish(smallSource(), 1);
    const offer = (await readOfferDefinition("free-lessons")) ?? expect.unreachable();
    await commit([offerWrite({ ...offer, url: "https://moved.example/course" })]);
    expect((await follow("k1", token)).headers?.location).toBe("https://lantern.example/lessons");
    expect((await follow("k2", token)).headers?.location).toBe(OFFER);
  });

  it("leads where it would lead now when the mail's sender died before noting where it led", async () => {
    await commit([newMessageWrite(message("msg_2"))]);
    expect((await follow("k3", await tokenOf("msg_2"))).headers?.location).toBe("https://tastemaker.example/me");
    expect((await follow("k2", await tokenOf("msg_2"))).headers?.location).toBe("https://moved.example/course");
  });

  it("changes nothing by being followed, however often", async () => {
    const before = tables.picture();
    for (let times = 0; times < 3; times++) expect((await follow("k1", token)).statusCode).toBe(302);
    expect(tables.picture()).toBe(before);
  });
});

describe("any other link", () => {
  const expectFriendlyPage = async (link: string, given: string, told: string) => {
    const { statusCode, headers, body = "" } = await follow(link, given);
    expect([400, 404, 410], told).toContain(statusCode);
    expect(headers?.location, told).toBeUndefined();
    expect(headers?.["content-type"], told).toMatch(/^text\/html/);
    expect(body, told).toContain('href="/"');
    expect(body, told).not.toContain("lantern.example/lessons");
  };

  it("with a damaged or forged token gets a page with the way to the offer, and changes nothing", async () => {
    const before = tables.picture();
    const damaged = Object.entries(damagedTokens(token)).filter(([, given]) => given !== "");
    for (const [kind, given] of damaged) await expectFriendlyPage("k1", given, kind);
    expect(tables.picture()).toBe(before);
  });

  it("with a token of another purpose leads nowhere", async () => {
    for (const purpose of ["unsubscribe", "preferences", "confirm", "sign-in"] as const)
      await expectFriendlyPage("k1", await tokenOf("msg_1", purpose), purpose);
  });

  it.each(["k9", "K1", "__proto__", "constructor", "https://evil.example", "//evil.example"])(
    "that the mail does not have (%s) leads nowhere",
    async (link) => {
      await expectFriendlyPage(link, token, link);
    },
  );

  it("of a mail or a version that does not exist leads nowhere", async () => {
    await expectFriendlyPage("k1", await tokenOf("msg_none"), "no such mail");
    await expectFriendlyPage("k1", await tokenOf("msg_1", "follow-link", 77), "no such version");
    await expectFriendlyPage("k1", await tokenFor("follow-link", "con_1"), "no letter");
  });

  it("is no way for a request to name where it leads", async () => {
    for (const query of ["url=https://evil.example", "target=//evil.example", "lang=//evil.example"]) {
      const answer = await send({ method: "GET", path: `/c/k1/${token}?${query}` });
      expect(answer.headers?.location).toBe("https://lantern.example/lessons");
    }
  });
});
