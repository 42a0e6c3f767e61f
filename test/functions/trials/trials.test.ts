import { describe, expect, it } from "vitest";
import { findContact, readContact } from "../../../functions/contacts/store.ts";
import { suppressionWrite } from "../../../functions/contacts/suppression-store.ts";
import { listMessages } from "../../../functions/mail/store.ts";
import { findOffer } from "../../../functions/offers/find-offer.ts";
import { offerWrite } from "../../../functions/offers/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { queryAll } from "../../../functions/platform/dynamo.ts";
import { beginConfirmation } from "../../../functions/trials/begin-confirmation.ts";
import { confirmTrial } from "../../../functions/trials/confirm-trial.ts";
import { requestTrial } from "../../../functions/trials/request-trial.ts";
import type { SignUp } from "../../../functions/trials/rules/trial.ts";
import { starterStore } from "../support/starter-store.ts";

const store = starterStore();
const at = "2026-11-02T09:00:00.000Z";
const later = "2026-11-02T09:20:00.000Z";

function signUp(email: string, more: Partial<SignUp> = {}): SignUp {
  return { email, locale: "en", marketing: true, consentText: "en#1", touch: { at }, requestedAt: at, ...more };
}

async function messagesTo(email: string) {
  const contact = await findContact(email);
  return contact ? (await listMessages(contact.id, 100)).items : [];
}

describe("signing up for a trial", () => {
  it("leads to one confirmation mail and to a contact who has agreed to nothing yet", async () => {
    await requestTrial(signUp("ana@example.com"), at);
    await beginConfirmation("ana@example.com", at);
    const contact = await findContact("ana@example.com");
    expect(contact).toMatchObject({ email: "ana@example.com", consent: { marketing: false } });
    expect(contact?.confirmedAt).toBeUndefined();
    expect(await messagesTo("ana@example.com")).toMatchObject([
      { template: "confirm", kind: "transactional", state: "queued" },
    ]);
  });

  it("a second time within ten minutes sends nothing new", async () => {
    const again = signUp("ana@example.com", { requestedAt: "2026-11-02T09:09:59.999Z" });
    expect(await requestTrial(again, again.requestedAt)).toEqual({ ok: false, reason: "asked-recently" });
    await beginConfirmation("ana@example.com", again.requestedAt);
    expect(await messagesTo("ana@example.com")).toHaveLength(1);
  });

  it("handled twice by two workers at once makes one contact and one mail", async () => {
    await requestTrial(signUp("bo@example.com"), at);
    await Promise.all([1, 2, 3].map(() => beginConfirmation("bo@example.com", at)));
    expect(await messagesTo("bo@example.com")).toHaveLength(1);
  });

  it("sends nothing to a suppressed address and answers alike", async () => {
    await commit([suppressionWrite("gone@example.com", { reason: "hard-bounce", at })]);
    expect(await requestTrial(signUp("gone@example.com"), at)).toEqual({ ok: true });
    expect(await beginConfirmation("gone@example.com", at)).toMatchObject({ answer: { do: "stay-silent" } });
    expect(await messagesTo("gone@example.com")).toEqual([]);
  });

  it("for an offer nobody defined falls back to the one on the front page", async () => {
    await requestTrial(signUp("kim@example.com", { offer: "no-such-offer" }), at);
    await beginConfirmation("kim@example.com", at);
    const contact = await findContact("kim@example.com");
    expect(await confirmTrial(contact?.id ?? "", later)).toMatchObject({ ok: true, offer: { name: "free-lessons" } });
  });
});

describe("confirming", () => {
  it("starts the trial, takes a place, keeps a receipt and tells it once, however often the button is pressed", async () => {
    const contact = await findContact("ana@example.com");
    const id = contact?.id ?? "";
    const before = await findOffer("free-lessons", later);
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => confirmTrial(id, later)));
    expect(results.filter((result) => result.ok && result.first)).toHaveLength(1);
    expect(results.every((result) => result.ok)).toBe(true);
    const after = await findOffer("free-lessons", later);
    expect((before?.now.remaining ?? 0) - (after?.now.remaining ?? 0)).toBe(1);
    expect(await readContact(id)).toMatchObject({ confirmedAt: later, consent: { marketing: true, at: later } });
    const events = await queryAll({ pk: id, prefix: "event#" });
    expect(events).toMatchObject([{ type: "trial.confirmed", data: { trialEndsAt: "2026-11-16T09:20:00.000Z" } }]);
    const receipts = await queryAll<never>({ pk: id, prefix: "consent#" });
    expect(receipts).toMatchObject([{ act: "requested" }, { act: "given", text: "en#1" }]);
  });

  it("somebody who already has the trial sends the way in instead of a second confirmation", async () => {
    await requestTrial(signUp("ana@example.com", { requestedAt: later }), later);
    await beginConfirmation("ana@example.com", later);
    expect((await messagesTo("ana@example.com")).map(({ template }) => template).sort()).toEqual([
      "confirm",
      "sign-in",
    ]);
  });

  it("gives the last place to one of fifty who press at once", async () => {
    const [offer] = store.programme().offers;
    if (!offer) throw new Error("The starter programme has no offer.");
    await commit([offerWrite({ ...offer, name: "last-place", stock: 1 })]);
    const people = Array.from({ length: 50 }, (_, number) => `crowd-${number}@example.com`);
    const ids = await Promise.all(
      people.map(async (email) => {
        await requestTrial(signUp(email, { offer: "last-place" }), at);
        await beginConfirmation(email, at);
        return (await findContact(email))?.id ?? "";
      }),
    );
    const results = await Promise.all(ids.map((id) => confirmTrial(id, later)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "offer-full")).toHaveLength(49);
    expect((await findOffer("last-place", later))?.now).toMatchObject({ state: "sold-out", remaining: 0 });
  });

  it("without a sign-up finds nothing", async () => {
    expect(await confirmTrial("con_nobody", later)).toEqual({ ok: false, reason: "not-found" });
  });
});
