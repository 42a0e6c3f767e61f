import { describe, expect, it } from "vitest";
import { endSession } from "../../../functions/access/end-session.ts";
import { findSession, findStaffSession } from "../../../functions/access/find-session.ts";
import type { Session } from "../../../functions/access/rules/staff.ts";
import { sessionWrite } from "../../../functions/access/store.ts";
import { newContactWrites } from "../../../functions/contacts/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { hashSecret } from "../../../functions/platform/ids.ts";
import { productTables } from "../../support/product-tables.ts";

const tables = productTables();
const signedInAt = "2026-11-23T09:00:00.000Z";
const expiresAt = "2026-12-07T09:00:00.000Z";
const before = "2026-12-07T08:59:59.999Z";

async function signedIn(secret: string, about: Partial<Session> = {}): Promise<string> {
  const { email = "ana@example.com", role } = about;
  const contactId = `con_${email.split("@")[0]}`;
  const consent = { marketing: false, at: signedInAt };
  // Refused when the person is there already.
  await commit(newContactWrites({ id: contactId, email, locale: "en", createdAt: signedInAt, consent }));
  await commit([sessionWrite(hashSecret(secret), { contactId, ...(role ? { role } : {}), signedInAt, expiresAt })]);
  return secret;
}

describe("a session", () => {
  it("holds until its last moment and not at it, though its row is still there", async () => {
    const secret = await signedIn("one");
    expect(await findSession(secret, before)).toMatchObject({ contactId: "con_ana" });
    expect(await findSession(secret, expiresAt)).toBeUndefined();
  });

  it("is over at once when it is ended, and ending it again or ending nobody's is harmless", async () => {
    const secret = await signedIn("two");
    await endSession(secret);
    expect(await findSession(secret, before)).toBeUndefined();
    const then = JSON.stringify(tables.snapshot());
    for (const each of [secret, "nobody", undefined, ""]) await endSession(each);
    expect(JSON.stringify(tables.snapshot())).toBe(then);
  });

  it("is kept under the hash of its secret only", async () => {
    await signedIn("a-secret-that-is-long");
    expect(JSON.stringify(tables.snapshot())).not.toContain("a-secret-that-is-long");
  });

  it("of staff counts with the role held today, not with the one it began with", async () => {
    const gone = await signedIn("three", { email: "gone@example.com", role: "admin" });
    expect(await findStaffSession(gone, before)).toBeUndefined();
    await commit([{ put: { pk: "staff#gone@example.com", sk: "staff", role: "analyst" } }]);
    expect(await findStaffSession(gone, before)).toMatchObject({ role: "analyst" });
    const owner = await signedIn("four", { email: "owner@example.com", role: "admin" });
    expect(await findStaffSession(owner, before)).toMatchObject({ role: "admin" });
  });

  it("of a member is never one of staff, even of somebody who became staff meanwhile", async () => {
    const member = await signedIn("five", { email: "owner@example.com" });
    expect(await findStaffSession(member, before)).toBeUndefined();
  });
});
