import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attributeFriend } from "../../../functions/referrals/attribute-friend.ts";
import { findAdvocate } from "../../../functions/referrals/find-advocate.ts";
import { joinProgramme } from "../../../functions/referrals/join-programme.ts";
import { readMembership } from "../../../functions/referrals/read-referrals.ts";
import { eventsOf } from "../points/support/books-of.ts";
import { type LocalTables, localTables } from "../points/support/local-tables.ts";
import { starterReferral } from "./support/starter-referral.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

const at = "2026-03-31T10:00:00.000Z";
const clicked = "2026-03-30T10:00:00.000Z";
let people = 0;

async function member(email = `${++people}@example.org`) {
  const contactId = `con_${++people}`;
  tables.put({ pk: contactId, sk: "contact", id: contactId, email, confirmedAt: at });
  const joined = await joinProgramme(contactId, at);
  if (!joined.ok) throw new Error(joined.reason);
  return { contactId, code: joined.member.code };
}

const attribute = (friendId: string, ...touches: { code: string; at: string }[]) =>
  attributeFriend({ friendId, touches, at }, starterReferral, at);

describe("joining", () => {
  it("gives a code that leads back to the member, and the same code ever after", async () => {
    const { contactId, code } = await member();
    const again = await Promise.all([joinProgramme(contactId, at), joinProgramme(contactId, at)]);
    expect(again).toEqual(Array(2).fill({ ok: true, member: { code, joinedAt: at } }));
    expect(await findAdvocate(` ${code.toUpperCase()} `)).toEqual({ code, contactId });
    expect(await readMembership(contactId)).toEqual({ code, joinedAt: at });
  });

  it("at once from several tabs leaves one code", async () => {
    tables.put({ pk: "con_tabs", sk: "contact" });
    const answers = await Promise.all(Array.from({ length: 5 }, () => joinProgramme("con_tabs", at)));
    expect(new Set(answers.map((each) => each.ok && each.member.code)).size).toBe(1);
    const codes = tables.rows("Main").filter((row) => row.pk.startsWith("code#") && row.contactId === "con_tabs");
    expect(codes).toHaveLength(1);
  });

  it("is for contacts only", async () => {
    expect(await joinProgramme("con_stranger", at)).toEqual({ ok: false, reason: "unknown-contact" });
    expect(await findAdvocate("nosuchcode")).toBeUndefined();
  });
});

describe("a friend whose address was proven", () => {
  it("is counted for the advocate whose link was followed last", async () => {
    const [ana, bo, friend] = [await member(), await member(), await member()];
    const answer = await attribute(
      friend.contactId,
      { code: ana.code, at: "2026-03-20T10:00:00.000Z" },
      { code: bo.code, at: clicked },
    );
    expect(answer).toEqual({ ok: true, advocateId: bo.contactId, repeated: false });
  });

  it("stays with that advocate, whoever else's link is told later, and is told once", async () => {
    const [ana, bo, friend] = [await member(), await member(), await member()];
    const first = await Promise.all([1, 2, 3].map(() => attribute(friend.contactId, { code: ana.code, at: clicked })));
    expect(first.every(({ ok }) => ok)).toBe(true);
    expect(await attribute(friend.contactId, { code: bo.code, at: clicked })).toEqual({
      ok: false,
      reason: "already-attributed",
    });
    expect(eventsOf(tables, ana.contactId).map(({ type }) => type)).toEqual(["friend.joined"]);
  });

  it("claimed by two advocates at once goes to one of them, entirely", async () => {
    const [ana, bo, friend] = [await member(), await member(), await member()];
    const claims = await Promise.all([ana, bo].map(({ code }) => attribute(friend.contactId, { code, at: clicked })));
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    const listed = tables.rows("Main").filter(({ sk }) => sk === `friend#${friend.contactId}`);
    expect(listed).toHaveLength(1);
  });

  it.each([
    ["no-link", async () => []],
    ["no-link", async () => [{ code: (await member()).code, at: "2026-03-01T09:59:59.999Z" }]],
    ["unknown-code", async () => [{ code: "k7m2p9xz", at: clicked }]],
    ["unknown-code", async () => [{ code: "' OR 1=1", at: clicked }]],
  ])("is counted for nobody: %s", async (reason, touches) => {
    const friend = await member();
    expect(await attribute(friend.contactId, ...(await touches()))).toEqual({ ok: false, reason });
  });

  it("cannot be the advocate, under this or another spelling of the mailbox", async () => {
    const ana = await member("ana.lee@gmail.com");
    const again = await member("analee+free@googlemail.com");
    expect(await attribute(ana.contactId, { code: ana.code, at: clicked })).toEqual({
      ok: false,
      reason: "self-referral",
    });
    expect(await attribute(again.contactId, { code: ana.code, at: clicked })).toEqual({
      ok: false,
      reason: "self-referral",
    });
  });

  it("cannot bring back the one who brought the friend", async () => {
    const [ana, friend] = [await member(), await member()];
    await attribute(friend.contactId, { code: ana.code, at: clicked });
    expect(await attribute(ana.contactId, { code: friend.code, at: clicked })).toEqual({
      ok: false,
      reason: "circular-referral",
    });
  });
});
