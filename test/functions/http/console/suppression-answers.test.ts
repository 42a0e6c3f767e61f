import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../../functions/access/rules/staff.ts";
import { handler } from "../../../../functions/console-api.ts";
import { auditSubject } from "../../../../functions/contacts/audit-subject.ts";
import { newContactWrites } from "../../../../functions/contacts/store.ts";
import { readSuppression, suppressionWrite } from "../../../../functions/contacts/suppression-store.ts";
import { commit } from "../../../../functions/platform/commit.ts";
import { queryAll } from "../../../../functions/platform/dynamo.ts";
import { starterStore } from "../../support/starter-store.ts";
import { consoleCaller, signedIn } from "./support/console-caller.ts";

starterStore();
const call = consoleCaller(handler);
const staff = new Map<Role, string>();
const PATH = "/v1/console/suppressions";

beforeAll(async () => {
  for (const role of ["admin", "marketer", "care", "analyst"] as const)
    staff.set(role, await signedIn(`${role}@example.com`, role));
});

const as = (role: Role) => ({ secret: staff.get(role) ?? "" });
const list = (query = "") => call("GET", `${PATH}${query}`, as("analyst"));
const add = (email: string, note = "asked by telephone", role: Role = "care") =>
  call("POST", PATH, { ...as(role), body: { email, note } });
const lift = (body: object, role: Role = "care") => call("POST", `${PATH}/lift`, { ...as(role), body });
const reported = (email: string, reason: "complaint" | "hard-bounce", at = "2026-11-01T09:00:00.000Z") =>
  commit([suppressionWrite(email, { reason, at })]);
const audited = async (email: string) => {
  const month = new Date().toISOString().slice(0, 7);
  const rows = await queryAll({ pk: `audit#${month}`, consistent: true });
  const wanted = await auditSubject(email);
  return rows.filter(({ subject }) => subject === wanted);
};

describe("the list of suppressed addresses", () => {
  it("has the newest first, page by page, with the reason and who entered it", async () => {
    await reported("old@example.com", "hard-bounce", "2026-01-01T09:00:00.000Z");
    await reported("spam@example.com", "complaint", "2026-02-01T09:00:00.000Z");
    await add("asked@example.com");
    const first = await list("?limit=2");
    expect(first.body.items).toMatchObject([
      { email: "asked@example.com", reason: "manual", note: "asked by telephone", by: "care@example.com" },
      { email: "spam@example.com", reason: "complaint", note: null, by: null },
    ]);
    const rest = await list(`?limit=2&next=${first.body.next}`);
    expect(rest.body).toMatchObject({ items: [{ email: "old@example.com", reason: "hard-bounce" }], next: null });
  });

  it("keeps each of many addresses of one instant", async () => {
    const at = "2025-05-05T05:05:05.000Z";
    const names = ["a", "b", "c", "d", "e"].map((name) => `${name}@same.example`);
    await Promise.all(names.map((email) => reported(email, "hard-bounce", at)));
    const seen: string[] = [];
    for (let next = ""; next !== null; ) {
      const page = await list(`?limit=2${next && `&next=${next}`}`);
      seen.push(...page.body.items.map(({ email }: { email: string }) => email));
      next = page.body.next;
    }
    expect(seen.filter((email) => email.endsWith("@same.example"))).toEqual(names.reverse());
  });

  it("is searched by an exact address however it is written", async () => {
    await reported("mixed@example.com", "complaint");
    const { body } = await list(`?email=${encodeURIComponent(" Mixed@Example.COM ")}`);
    expect(body.items).toMatchObject([{ email: "mixed@example.com", reason: "complaint" }]);
    expect((await list("?email=nobody%40example.com")).body.items).toEqual([]);
  });
});

describe("an address suppressed by hand", () => {
  it("is kept in its one form, with an audit row, and its owner's timeline tells of it", async () => {
    const id = "con_0000000000ana";
    const at = new Date().toISOString();
    await commit(
      newContactWrites({ id, email: "ana@example.com", locale: "en", createdAt: at, consent: { marketing: true, at } }),
    );
    expect(await add(" Ana@Example.com")).toMatchObject({ status: 201, body: { email: "ana@example.com" } });
    expect(await audited("ana@example.com")).toMatchObject([{ act: "suppression.add", staff: "care@example.com" }]);
    const timeline = await call("GET", `/v1/console/contacts/${id}/timeline`, as("care"));
    expect(timeline.body.items).toMatchObject([{ type: "contact.suppressed", data: { reason: "manual" } }]);
  });

  it("a second time is refused and changes nothing", async () => {
    await add("twice@example.com", "the first reason");
    expect(await add("twice@example.com", "another")).toMatchObject({
      status: 409,
      body: { code: "already-suppressed" },
    });
    expect(await readSuppression("twice@example.com")).toMatchObject({ note: "the first reason" });
    expect(await audited("twice@example.com")).toHaveLength(1);
  });

  it("by several people at once is suppressed once", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((each) => add("race@example.com", `reason ${each}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await audited("race@example.com")).toHaveLength(1);
  });

  it("that is none, or without a reason, is refused", async () => {
    expect(await add("no address")).toMatchObject({ status: 422, body: { code: "address-invalid" } });
    expect(await add("x@example.com", "  a ")).toMatchObject({ status: 422, body: { code: "invalid-input" } });
    expect(await readSuppression("x@example.com")).toBeUndefined();
  });
});

describe("a suppression is lifted", () => {
  it("at once when a person had decided it, and can be decided again", async () => {
    await add("back@example.com");
    expect(await lift({ email: "BACK@example.com" })).toMatchObject({
      status: 200,
      body: { email: "back@example.com" },
    });
    expect((await list("?email=back%40example.com")).body.items).toEqual([]);
    expect((await list()).body.items.map(({ email }: { email: string }) => email)).not.toContain("back@example.com");
    expect(await add("back@example.com")).toMatchObject({ status: 201 });
    expect((await audited("back@example.com")).map(({ act }) => act)).toEqual([
      "suppression.add",
      "suppression.lift",
      "suppression.add",
    ]);
  });

  it.each([
    ["no confirmation", { because: "he wrote to us" }],
    ["another address typed", { confirmation: "other@example.com", because: "he wrote to us" }],
    ["no reason", { confirmation: "spam2@example.com" }],
  ])("after a complaint not with %s", async (_, part) => {
    await reported("spam2@example.com", "complaint");
    const answer = await lift({ email: "spam2@example.com", ...part });
    expect(answer).toMatchObject({ status: 422, body: { code: "confirmation-missing" } });
    expect(await readSuppression("spam2@example.com")).toBeDefined();
    expect(await audited("spam2@example.com")).toEqual([]);
  });

  it("after a bounce when the address is typed once more and a reason given, which the audit keeps", async () => {
    await reported("full@example.com", "hard-bounce");
    const body = { email: "full@example.com", confirmation: "Full@example.com", because: "the mailbox is open again" };
    expect(await lift(body)).toMatchObject({ status: 200 });
    expect(await readSuppression("full@example.com")).toBeUndefined();
    expect(await audited("full@example.com")).toMatchObject([
      { act: "suppression.lift", before: { reason: "hard-bounce" }, after: { because: body.because } },
    ]);
    expect(await lift(body)).toMatchObject({ status: 404 });
  });
});

it.each(["marketer", "analyst"] as const)("a %s reads the list and changes nothing in it", async (role) => {
  expect(await call("GET", PATH, as(role))).toMatchObject({ status: 200 });
  expect(await add("kept@example.com", "asked by telephone", role)).toMatchObject({ status: 403 });
  expect(await lift({ email: "old@example.com" }, role)).toMatchObject({ status: 403 });
  expect(await readSuppression("kept@example.com")).toBeUndefined();
});
