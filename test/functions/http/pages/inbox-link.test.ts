import { expect, it } from "vitest";
import { inboxLink } from "../../../../functions/http/pages/inbox-link.ts";

it.each([
  ["ana@gmail.com", "https://mail.google.com/mail/u/0/#inbox"],
  ["Ana@GoogleMail.com ", "https://mail.google.com/mail/u/0/#inbox"],
  ["安娜@qq.com", "https://mail.qq.com/"],
  ["ana@example.com", undefined],
  ["ana@constructor", undefined],
  ["", undefined],
])("the mailbox of %j is read at %s", (email, url) => {
  expect(inboxLink(email)?.url).toBe(url);
});
