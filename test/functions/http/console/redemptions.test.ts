import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../../functions/access/rules/staff.ts";
import { handler } from "../../../../functions/console-api.ts";
import { queryAll } from "../../../../functions/platform/dynamo.ts";
import { adjustPoints } from "../../../../functions/points/adjust-points.ts";
import { readBalance } from "../../../../functions/points/read-balance.ts";
import { redeemReward } from "../../../../functions/rewards/redeem-reward.ts";
import { somebodyTrying } from "../../../edge/support/people.ts";
import { starterStore } from "../../support/starter-store.ts";
import { consoleCaller, signedIn } from "./support/console-caller.ts";

const store = starterStore();
const call = consoleCaller(handler);
const staff = new Map<Role, string>();
const PATH = "/v1/console/redemptions";
const now = () => new Date().toISOString();
let contactId = "";

beforeAll(async () => {
  for (const role of ["admin", "marketer", "care", "analyst"] as const)
    staff.set(role, await signedIn(`${role}@example.com`, role));
  contactId = (await somebodyTrying("ana@example.com", "Ana")).id;
  const gift = { contactId, points: 1_000, reason: "a gift", person: "care@example.com", requestId: "gift" };
  await adjustPoints(gift, now());
});

const as = (role: Role) => ({ secret: staff.get(role) ?? "" });
const list = () => call("GET", PATH, as("analyst"));
const act = (how: "fulfil" | "cancel", body: object, role: Role = "care") =>
  call("POST", `${PATH}/${how}`, { ...as(role), body: { contactId, ...body } });

async function redeemed(reward: string, requestId = reward): Promise<string> {
  const { tiers } = store.programme().tiers;
  const done = await redeemReward({ contactId, reward, tiers, requestId }, now());
  return done.ok ? done.redemption.id : expect.unreachable(done.reason);
}

async function audited(redemptionId: string) {
  const rows = await queryAll({ pk: `audit#${now().slice(0, 7)}`, consistent: true });
  return rows.filter(({ subject }) => subject === `redemption#${redemptionId}`);
}

describe("what members redeemed", () => {
  it("waits for a person, with whose it is, and leaves the list when it is done", async () => {
    const id = await redeemed("workbook");
    expect((await list()).body.items).toMatchObject([
      { id, contactId, email: "ana@example.com", name: "Ana", kind: "goods", points: 300 },
    ]);
    expect((await act("fulfil", { redemptionId: id, note: "parcel 12" })).body).toEqual({ id, state: "fulfilled" });
    expect((await list()).body.items).toEqual([]);
    expect((await act("fulfil", { redemptionId: id })).body).toEqual({ id, state: "fulfilled" });
    expect(await audited(id)).toMatchObject([{ staff: "care@example.com", act: "redemption.fulfil" }]);
  });

  it("is called off for a reason, and the points are back", async () => {
    const id = await redeemed("conversation-evening");
    const before = (await readBalance(contactId)).available;
    expect((await act("cancel", { redemptionId: id })).status).toBe(422);
    expect((await act("cancel", { redemptionId: id, reason: "the evening is off" })).body).toEqual({
      id,
      state: "cancelled",
    });
    expect((await readBalance(contactId)).available).toBe(before + 200);
    expect((await act("fulfil", { redemptionId: id })).body).toMatchObject({ code: "already-cancelled" });
    expect(await audited(id)).toHaveLength(1);
  });

  it("is settled by customer care and administrators, and by nobody else", async () => {
    const id = await redeemed("conversation-evening", "again");
    for (const role of ["marketer", "analyst"] as const)
      expect((await act("fulfil", { redemptionId: id }, role)).status).toBe(403);
    expect((await act("fulfil", { redemptionId: id }, "admin")).status).toBe(200);
    expect((await act("cancel", { redemptionId: "red_0000000000", reason: "no such" })).status).toBe(404);
  });
});
