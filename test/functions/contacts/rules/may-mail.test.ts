import { describe, expect, it } from "vitest";
import type { Contact } from "../../../../functions/contacts/rules/contact.ts";
import { refusalToMail } from "../../../../functions/contacts/rules/may-mail.ts";

const at = "2026-11-02T09:00:00.000Z";
const ana: Contact = {
  id: "con_1",
  email: "ana@example.com",
  locale: "en",
  createdAt: at,
  confirmedAt: at,
  consent: { marketing: true, at },
};

describe("whether a contact may be mailed", () => {
  it("lets marketing reach who confirmed and agreed", () => {
    expect(refusalToMail("marketing", ana, undefined)).toBeUndefined();
  });

  it.each([
    ["unconfirmed", { ...ana, confirmedAt: undefined }],
    ["stopped", { ...ana, stoppedAt: at }],
    ["no-consent", { ...ana, consent: { marketing: false, at } }],
  ])("keeps marketing from somebody %s", (refusal, contact) => {
    expect(refusalToMail("marketing", contact as Contact, undefined)).toBe(refusal);
  });

  it("lets a transactional mail reach who has not confirmed yet", () => {
    const { confirmedAt: _, ...unconfirmed } = ana;
    expect(refusalToMail("transactional", unconfirmed, undefined)).toBeUndefined();
  });

  it.each(["marketing", "transactional"] as const)("keeps even %s mail from a suppressed address", (kind) => {
    expect(refusalToMail(kind, ana, { reason: "complaint", at })).toBe("suppressed");
  });

  it("mails nobody who was erased", () => {
    expect(refusalToMail("transactional", undefined, undefined)).toBe("erased");
  });
});
