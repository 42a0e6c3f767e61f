import { describe, expect, it } from "vitest";
import { inboxPage } from "../../../../functions/http/pages/inbox.ts";
import { messagePage } from "../../../../functions/http/pages/message.ts";
import { signInPage } from "../../../../functions/http/pages/sign-in.ts";
import { frame } from "../../../pages/page-states.ts";
import { attributesOf, textOf } from "../../../pages/read-html.ts";

const at = frame("en", "/");

describe("the inbox page", () => {
  const model = { email: "ana@example.com", linkValidDays: 7, againPath: "/o/free-lessons" };

  it("says where to look, for how long, and that a second request sends nothing new", () => {
    const text = textOf(inboxPage(model, at));
    expect(text).toContain("ana@example.com");
    expect(text).toContain("works for 7 days");
    expect(text).toContain("within a day we send only one");
  });

  it("opens the mailbox of a large provider with one press", () => {
    expect(inboxPage({ ...model, email: "ana@gmail.com" }, at)).toContain("https://mail.google.com/");
    expect(inboxPage(model, at)).not.toContain('rel="noreferrer"');
  });
});

describe("the sign-in page", () => {
  it("answers the same for every address", () => {
    const one = signInPage({ state: "sent", email: "a@example.com", validMinutes: 15 }, at);
    const other = signInPage({ state: "sent", email: "b@example.com", validMinutes: 15 }, at);
    expect(one.replace("a@example.com", "")).toBe(other.replace("b@example.com", ""));
    expect(textOf(one)).toContain("If we know this address");
  });

  it("signs nobody in by being opened", () => {
    const html = signInPage({ state: "ask", token: "tok" }, at);
    expect(html).toContain('<form method="post" action="/sign-in">');
    expect(attributesOf(html, "input", "t")).toMatchObject({ value: "tok" });
  });

  it("keeps a mistyped address and says what is wrong with it", () => {
    const html = signInPage({ state: "form", email: "ana@", error: "invalid" }, at);
    expect(attributesOf(html, "input", "email")).toMatchObject({ value: "ana@", "aria-invalid": "true" });
  });
});

describe("the page for what went wrong", () => {
  it("says when to come back, in whole minutes", () => {
    expect(textOf(messagePage({ kind: "too-many-requests", retryAfterSeconds: 61 }, at))).toContain("in 2 minutes");
    expect(textOf(messagePage({ kind: "too-many-requests", retryAfterSeconds: 1 }, at))).toContain("in 1 minute.");
  });

  it("names the request, so that somebody can look it up", () => {
    expect(textOf(messagePage({ kind: "fault", requestId: "JKH/7=" }, at))).toContain("JKH/7=");
  });

  it("always shows a way on", () => {
    expect(messagePage({ kind: "not-found" }, at)).toContain('<a class="button" href="/">');
    expect(messagePage({ kind: "fault", againPath: "/me" }, at)).toContain('<a class="button" href="/me">');
  });
});
