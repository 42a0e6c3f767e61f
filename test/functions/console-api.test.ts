import { beforeAll, describe, expect, it } from "vitest";
import { holdWrite } from "../../functions/budgets/store.ts";
import { handler } from "../../functions/console-api.ts";
import { checkProof } from "../../functions/contacts/rules/consent-proof.ts";
import { consentWrites, contactUpdate, newContactWrites, readContact } from "../../functions/contacts/store.ts";
import { suppressionWrite } from "../../functions/contacts/suppression-store.ts";
import { queueMessage } from "../../functions/mail/queue-message.ts";
import { recordOutcome } from "../../functions/mail/record-outcome.ts";
import type { Message } from "../../functions/mail/rules/message.ts";
import { settledWrite } from "../../functions/mail/store.ts";
import { commit } from "../../functions/platform/commit.ts";
import { eventOf, recordEvent } from "../../functions/platform/events.ts";
import { consoleCaller, signedIn } from "./http/console/support/console-caller.ts";
import { starterStore } from "./support/starter-store.ts";

const tables = starterStore();
const call = consoleCaller(handler);
const staff = { admin: "", member: "" };
const ANA = "con_0000000000ana";

beforeAll(async () => {
  staff.admin = await signedIn("owner@example.com", "admin");
  staff.member = await signedIn("member@example.com");
  const thisMonth = new Date().toISOString();
  await newContact(ANA, "ana@example.com", thisMonth);
  await newContact("con_0000000000bob", "bob@example.com", "2026-01-15T10:00:00.000Z");
  for (let number = 0; number < 12; number++) {
    const event = eventOf(
      "points.released",
      { contactId: ANA, at: thisMonth, cause: `lot ${number}` },
      { entryId: "ent_1", points: 1 },
    );
    await commit([recordEvent(event)]);
  }
  const ana = await readContact(ANA);
  if (!ana) throw new Error("Ana is missing.");
  await commit(consentWrites(ana, [{ at: "2026-01-01T00:00:00.000Z", act: "given", method: "confirm-link" }], {}));
});

async function newContact(id: string, email: string, confirmedAt: string) {
  const consent = { marketing: true, at: confirmedAt };
  await commit(newContactWrites({ id, email, name: "O'Neil & Søn", locale: "en", createdAt: confirmedAt, consent }));
  await commit([contactUpdate(id, { confirmedAt })]);
}

const get = (path: string) => call("GET", path, { secret: staff.admin });

describe("the console's session", () => {
  it("says who sits there and as what", async () => {
    expect(await get("/v1/console/session")).toMatchObject({
      status: 200,
      body: { email: "owner@example.com", role: "admin", brandName: { en: "Lantern Language School" } },
    });
  });

  it("tells a stranger to sign in, and a member that this is not for members", async () => {
    expect(await call("GET", "/v1/console/session")).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
    const member = await call("GET", "/v1/console/session", { secret: staff.member });
    expect(member).toMatchObject({ status: 403, body: { code: "not-allowed" } });
  });
});

describe("contacts in the console", () => {
  it("are listed newest first, over the months in which nobody came", async () => {
    const { body } = await get("/v1/console/contacts");
    expect(body.items.map(({ email }: { email: string }) => email)).toEqual(["ana@example.com", "bob@example.com"]);
    expect(body.next).toBeNull();
  });

  it("are listed page by page without losing one", async () => {
    const first = await get("/v1/console/contacts?limit=1");
    const second = await get(`/v1/console/contacts?limit=1&next=${first.body.next}`);
    expect([first.body.items[0].email, second.body.items[0].email]).toEqual(["ana@example.com", "bob@example.com"]);
  });

  it("are found by their exact address however it is written", async () => {
    const { body } = await get(`/v1/console/contacts?email=${encodeURIComponent(" ANA@Example.com ")}`);
    expect(body.items).toMatchObject([{ id: ANA, name: "O'Neil & Søn", status: "active" }]);
    expect((await get("/v1/console/contacts?email=nobody%40example.com")).body.items).toEqual([]);
  });

  it("show why an address must not be mailed", async () => {
    await commit([suppressionWrite("bob@example.com", { reason: "complaint", at: "2026-02-01T00:00:00.000Z" })]);
    const bob = await get("/v1/console/contacts/con_0000000000bob");
    expect(bob.body).toMatchObject({ status: "suppressed", silenceReason: "complaint" });
  });

  it("show the standing of somebody who has nothing yet", async () => {
    const { status, body } = await get(`/v1/console/contacts/${ANA}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ balance: { pending: 0, available: 0, debt: 0 }, tier: null, trials: [], friends: [] });
  });

  it("have a timeline that is read on without a gap and filtered by kind", async () => {
    const whole = await get(`/v1/console/contacts/${ANA}/timeline?limit=100`);
    expect(whole.body.items).toHaveLength(13);
    const kinds = await get(`/v1/console/contacts/${ANA}/timeline?kind=consent`);
    expect(kinds.body.items).toMatchObject([{ kind: "consent", type: "given", state: "confirm-link" }]);
    const seen: string[] = [];
    for (let next = ""; next !== null; ) {
      const page = await get(`/v1/console/contacts/${ANA}/timeline?limit=5${next && `&next=${next}`}`);
      seen.push(...page.body.items.map(({ id }: { id: string }) => id));
      next = page.body.next;
    }
    expect(seen).toEqual(whole.body.items.map(({ id }: { id: string }) => id));
  });

  it.each(["limit=0", "limit=x", "limit=101", "email=a&email=b", "sort=name"])(
    "refuse the question ?%s",
    async (query) => {
      const { status, body } = await get(`/v1/console/contacts?${query}`);
      expect([400, 422]).toContain(status);
      expect(body.code).toMatch(/invalid-input|duplicate-field/);
    },
  );

  it("refuse a cursor that is none of ours", async () => {
    expect((await get("/v1/console/contacts?next=x")).body.code).toBe("invalid-cursor");
    expect((await get(`/v1/console/contacts/${ANA}/timeline?next=x`)).body.code).toBe("invalid-cursor");
  });

  it("that do not exist are nowhere", async () => {
    expect((await get("/v1/console/contacts/con_nobody")).status).toBe(404);
    expect((await get("/v1/console/contacts/..%2Fstaff")).status).toBe(404);
    expect((await call("DELETE", `/v1/console/contacts/${ANA}`, { secret: staff.admin })).status).toBe(405);
  });

  it("are exported with all their receipts, as a file whose chain holds", async () => {
    const { status, body } = await get(`/v1/console/contacts/${ANA}/consent-proof`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ contactId: ANA, email: "ana@example.com", receipts: 1 });
    expect(checkProof(JSON.stringify(body))).toMatchObject({ ok: true });
    expect((await get("/v1/console/contacts/con_nobody/consent-proof")).status).toBe(404);
  });
});

describe("mail whose answer was lost", () => {
  const queued = (occurrence: string, contactId = ANA) =>
    queueMessage(
      { kind: "marketing", contactId, template: "welcome", occurrence, cause: { event: "trial.confirmed" } },
      `2026-11-2${occurrence}T10:00:00.000Z`,
    );
  const lost = async (occurrence: string, contactId?: string) => {
    const { put } = queued(occurrence, contactId);
    await commit([queued(occurrence, contactId)]);
    const message = put as unknown as Message;
    const change = { state: "unknown", failure: "ETIMEDOUT", attempt: 1, templateVersion: 3 } as const;
    await commit([settledWrite(message, change, message.queuedAt)]);
    return message;
  };

  it("is listed for staff, the newest first, page by page, with whom it was for and what happened", async () => {
    await lost("1");
    await lost("3", "con_0000000erased");
    await lost("2");
    const { body } = await get("/v1/console/mail/unknown?limit=2");
    expect(body.items).toMatchObject([
      { contactId: "con_0000000erased", email: "", name: "" },
      { email: "ana@example.com", name: "O'Neil & Søn", template: "welcome", version: 3, failure: "ETIMEDOUT" },
    ]);
    const rest = await get(`/v1/console/mail/unknown?limit=2&next=${body.next}`);
    expect(rest.body.items).toMatchObject([{ queuedAt: "2026-11-21T10:00:00.000Z", lane: "marketing", attempts: 1 }]);
  });

  it("leaves the list when SES tells of it after all", async () => {
    const { id, contactId } = await lost("9");
    const count = async () => (await get("/v1/console/mail/unknown")).body.items.length;
    const before = await count();
    const at = "2026-11-29T11:00:00.000Z";
    await recordOutcome({
      messageId: id,
      contactId,
      kind: "delivered",
      at,
      providerId: "ses-9",
      facts: { deliveredAt: at },
    });
    expect(await count()).toBe(before - 1);
  });
});

describe("mail that is held back", () => {
  const resume = (source: string) =>
    call("POST", "/v1/console/mail/holds/resume", { secret: staff.admin, body: { source } });

  it("is listed with its figures, and goes on when a person says so, which the audit remembers", async () => {
    const counted = { submitted: 100, bounced: 7, complained: 0 };
    await commit([holdWrite("trial-follow-up/offer", "bounces", counted, "2026-11-28T10:00:00.000Z")]);
    expect((await get("/v1/console/mail/holds")).body.items).toEqual([
      { source: "trial-follow-up/offer", because: "bounces", heldAt: "2026-11-28T10:00:00.000Z", ...counted },
    ]);
    expect(await resume("trial-follow-up/offer")).toMatchObject({ status: 200 });
    expect((await get("/v1/console/mail/holds")).body.items).toEqual([]);
    expect(await resume("trial-follow-up/offer")).toMatchObject({ status: 404 });
    expect(JSON.stringify(tables.snapshot())).toContain("mail.resume");
  });
});
