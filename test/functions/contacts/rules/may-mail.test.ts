import { describe, expect, it } from "vitest";
import type { Contact } from "../../../../functions/contacts/rules/contact.ts";
import { type MailAsked, mayMail } from "../../../../functions/contacts/rules/may-mail.ts";
import type { MailPreferences } from "../../../../functions/contacts/rules/preferences.ts";

const at = "2026-11-02T09:00:00.000Z";
const now = "2026-11-20T09:00:00.000Z";
const ana: Contact = {
  id: "con_1",
  email: "ana@example.com",
  locale: "en",
  createdAt: at,
  confirmedAt: at,
  consent: { marketing: true, at },
};

const letter = (more: Partial<MailAsked> = {}) =>
  mayMail({ kind: "marketing", topic: "lessons", contact: ana, suppression: undefined, now, ...more });
const wishing = (wishes: Partial<MailPreferences>): Contact => ({
  ...ana,
  preferences: { mutedTopics: [], pace: "every", ...wishes },
});

describe("whether a contact may be mailed", () => {
  it("lets marketing reach who confirmed and agreed", () => {
    expect(letter()).toEqual({ do: "go" });
  });

  it.each([
    ["unconfirmed", { ...ana, confirmedAt: undefined }],
    ["stopped", { ...ana, stoppedAt: at }],
    ["no-consent", { ...ana, consent: { marketing: false, at } }],
  ])("keeps marketing from somebody %s", (reason, contact) => {
    expect(letter({ contact: contact as Contact })).toEqual({ do: "refused", reason });
  });

  it("lets a transactional mail reach who has not confirmed yet", () => {
    const { confirmedAt: _, ...unconfirmed } = ana;
    expect(letter({ kind: "transactional", contact: unconfirmed })).toEqual({ do: "go" });
  });

  it.each(["marketing", "transactional"] as const)("keeps even %s mail from a suppressed address", (kind) => {
    const suppression = { reason: "complaint", at } as const;
    expect(letter({ kind, suppression })).toEqual({ do: "refused", reason: "suppressed" });
  });

  it("mails nobody who was erased", () => {
    const erased = letter({ kind: "transactional", contact: undefined });
    expect(erased).toEqual({ do: "refused", reason: "erased" });
  });
});

describe("what a person chose", () => {
  it("keeps a topic away that was left out, and no other", () => {
    const contact = wishing({ mutedTopics: ["offers"] });
    expect(letter({ contact, topic: "offers" })).toEqual({ do: "refused", reason: "topic-muted" });
    expect(letter({ contact, topic: "lessons" })).toEqual({ do: "go" });
    expect(letter({ contact, topic: undefined })).toEqual({ do: "go" });
  });

  it("lets letters wait until a break is over", () => {
    const contact = wishing({ pausedUntil: "2026-12-04T09:00:00.000Z" });
    expect(letter({ contact })).toEqual({ do: "deferred", until: "2026-12-04T09:00:00.000Z" });
    expect(letter({ contact, now: "2026-12-04T09:00:00.000Z" })).toEqual({ do: "go" });
  });

  it("lets what waited for the end of a break come one a day", () => {
    const contact = wishing({ pausedUntil: at });
    const asked = { contact, lastMarketingAt: "2026-11-20T08:00:00.000Z" };
    expect(letter(asked)).toEqual({ do: "deferred", until: "2026-11-21T08:00:00.000Z" });
  });

  it.each([
    ["weekly", "2026-11-13T09:00:00.001Z", "2026-11-20T09:00:00.001Z"],
    ["twice-monthly", "2026-11-05T09:00:00.000Z", "2026-11-21T09:00:00.000Z"],
  ] as const)("keeps the pace: %s", (pace, lastMarketingAt, until) => {
    expect(letter({ contact: wishing({ pace }), lastMarketingAt })).toEqual({ do: "deferred", until });
    expect(letter({ contact: wishing({ pace }), lastMarketingAt, now: until })).toEqual({ do: "go" });
    expect(letter({ contact: wishing({ pace }) })).toEqual({ do: "go" });
  });

  it("waits for the later of the two when there is a break and a pace", () => {
    const contact = wishing({ pace: "weekly", pausedUntil: "2026-11-21T09:00:00.000Z" });
    const asked = { contact, lastMarketingAt: "2026-11-19T09:00:00.000Z" };
    expect(letter(asked)).toEqual({ do: "deferred", until: "2026-11-26T09:00:00.000Z" });
  });

  it("holds nothing up that somebody asked for", () => {
    const contact = wishing({ mutedTopics: ["lessons"], pace: "weekly", pausedUntil: "2027-01-01T00:00:00.000Z" });
    expect(letter({ kind: "transactional", contact, lastMarketingAt: now })).toEqual({ do: "go" });
  });

  it("never fits three letters into a month at the pace of two", () => {
    const contact = wishing({ pace: "twice-monthly" });
    const third = letter({
      contact,
      lastMarketingAt: "2026-12-17T00:00:00.000Z",
      now: "2026-12-31T23:59:59.999Z",
    });
    expect(third.do).toBe("deferred");
  });
});
