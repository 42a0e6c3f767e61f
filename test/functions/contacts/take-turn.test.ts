import { describe, expect, it } from "vitest";
import { lastLetters } from "../../../functions/contacts/last-letters.ts";
import type { Contact } from "../../../functions/contacts/rules/contact.ts";
import type { Pace } from "../../../functions/contacts/rules/preferences.ts";
import { readTurns } from "../../../functions/contacts/store.ts";
import { takeTurn } from "../../../functions/contacts/take-turn.ts";
import { productTables } from "../../support/product-tables.ts";

productTables();
const at = "2026-11-02T09:00:00.000Z";
const weekLater = "2026-11-09T09:00:00.000Z";

function reader(id: string, pace: Pace): Contact {
  const preferences = { mutedTopics: [], pace };
  const contact = { id, email: `${id}@example.com`, locale: "en" as const, createdAt: at, confirmedAt: at };
  return { ...contact, consent: { marketing: true, at }, preferences };
}

describe("the turns of somebody who chose a pace", () => {
  it("go to one of several letters at once, and the others wait a week", async () => {
    const ana = reader("con_ana", "weekly");
    const turns = await Promise.all(["msg_1", "msg_2", "msg_3"].map((id) => takeTurn(ana, id, at)));
    expect(turns.filter((turn) => turn.do === "go")).toHaveLength(1);
    expect(turns.filter((turn) => turn.do === "deferred" && turn.until === weekLater)).toHaveLength(2);
  });

  it("stay with the letter that has them, however often it is tried", async () => {
    const bo = reader("con_bo", "weekly");
    expect(await takeTurn(bo, "msg_1", at)).toEqual({ do: "go" });
    expect(await takeTurn(bo, "msg_1", at)).toEqual({ do: "go" });
    expect((await lastLetters([bo]))(bo.id, "msg_1")).toBeUndefined();
    expect((await lastLetters([bo]))(bo.id, "msg_2")).toBe(at);
  });

  it("come again when the week is over", async () => {
    const kim = reader("con_kim", "weekly");
    await takeTurn(kim, "msg_1", at);
    expect(await takeTurn(kim, "msg_2", weekLater)).toEqual({ do: "go" });
  });

  it("cost nothing for who takes every letter", async () => {
    expect(await takeTurn(reader("con_lee", "every"), "msg_1", at)).toEqual({ do: "go" });
    expect(await readTurns(["con_lee"])).toEqual(new Map());
  });
});
