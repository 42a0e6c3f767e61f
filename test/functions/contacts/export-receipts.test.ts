import { describe, expect, it } from "vitest";
import { choosePreferences } from "../../../functions/contacts/choose-preferences.ts";
import { exportReceipts } from "../../../functions/contacts/export-receipts.ts";
import { resumeMail } from "../../../functions/contacts/resume-mail.ts";
import { checkProof } from "../../../functions/contacts/rules/consent-proof.ts";
import { stopMail } from "../../../functions/contacts/stop-mail.ts";
import { somebodyAsking, somebodyTrying } from "../../edge/support/people.ts";
import { starterStore } from "../support/starter-store.ts";

starterStore();
const at = "2026-11-02T09:00:00.000Z";
const shown = { form: "/preferences", locale: "en" };
const page = { method: "preferences", ...shown } as const;
const weekly = { mutedTopics: ["offers"], pace: "weekly", pause: "as-is" } as const;

async function chainOf(id: string) {
  const proof = await exportReceipts(id, at);
  return { acts: proof?.chain.map(({ act }) => act), checked: checkProof(JSON.stringify(proof)) };
}

describe("the receipts of a contact", () => {
  it("begin with the request and its confirmation, and tell every change after in order", async () => {
    const { id } = await somebodyTrying("ana@example.com");
    await choosePreferences(id, { ...weekly, mutedTopics: ["offers"] }, shown, at);
    await stopMail(id, page, at);
    await stopMail(id, page, at);
    await resumeMail(id, shown, at);
    const { acts, checked } = await chainOf(id);
    expect(acts).toEqual(["requested", "given", "chosen", "stopped", "given"]);
    expect(checked).toMatchObject({ ok: true });
  });

  it("are none before the mailbox was proven: a stranger may have asked", async () => {
    const id = await somebodyAsking("bo@example.com");
    expect(await exportReceipts(id, at)).toMatchObject({ receipts: 0, chain: [] });
    expect((await chainOf(id)).checked).toMatchObject({ ok: true });
  });

  it("stay one chain when many changes come at once", async () => {
    const { id } = await somebodyTrying("kim@example.com");
    await Promise.all([
      ...[1, 2, 3, 4].map((number) => choosePreferences(id, { ...weekly, mutedTopics: [`t${number}`] }, shown, at)),
      stopMail(id, page, at),
      stopMail(id, { method: "one-click" }, at),
    ]);
    const { acts, checked } = await chainOf(id);
    expect(checked).toMatchObject({ ok: true });
    expect(acts).toHaveLength(7);
    expect(acts?.filter((act) => act === "stopped")).toHaveLength(1);
  });

  it("are of nobody who does not exist", async () => {
    expect(await exportReceipts("con_nobody", at)).toBeUndefined();
  });
});
