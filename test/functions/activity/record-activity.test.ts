import { expect, it } from "vitest";
import { recordActivity } from "../../../functions/activity/record-activity.ts";
import { lookUpAddress } from "../../../functions/contacts/look-up-contact.ts";
import { readTimeline } from "../../../functions/timeline/read-timeline.ts";
import { starterStore } from "../support/starter-store.ts";

starterStore();

const now = "2026-11-20T10:00:00.000Z";

it("a shop's own event is told as it came, whatever its fields are named", async () => {
  const properties = {
    minutes: { constructor: [] },
    constructor: { name: "Set" },
    list: [{ constructor: { prototype: { admin: true } } }],
    toString: 1,
    hasOwnProperty: null,
    __type: "com.amazonaws#Item",
    $unknown: ["a", "b"],
  };
  const email = "ana@example.com";
  expect(await recordActivity({ event: "Lesson Watched", traits: { email }, properties }, now)).toEqual({ ok: true });
  const contact = await lookUpAddress(email);
  const { entries } = await readTimeline(contact?.id ?? "", 10);
  expect(entries.filter(({ kind }) => kind === "event")).toEqual([
    expect.objectContaining({ type: "custom.recorded", data: { name: "Lesson Watched", properties } }),
  ]);
});
