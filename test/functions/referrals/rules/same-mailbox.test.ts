import { expect, it } from "vitest";
import { sameMailbox } from "../../../../functions/referrals/rules/same-mailbox.ts";

it.each([
  ["ana@example.org", "Ana@Example.ORG"],
  ["ana@example.org", " ana@example.org "],
  ["ana@example.org", "ana+friend@example.org"],
  ["ana.lee@gmail.com", "analee@gmail.com"],
  ["ana.lee+1@gmail.com", "a.n.a.l.e.e@googlemail.com"],
  ["ana@googlemail.com", "ana@gmail.com"],
])("%s and %s are one mailbox", (one, other) => {
  expect(sameMailbox(one, other)).toBe(true);
});

it.each([
  ["ana@example.org", "bo@example.org"],
  ["ana@example.org", "ana@example.com"],
  ["ana.lee@example.org", "analee@example.org"],
  ["ana@gmail.com", "ana@mail.com"],
  ["ana@gmail.com.example.org", "ana@gmail.com"],
])("%s and %s are two mailboxes", (one, other) => {
  expect(sameMailbox(one, other)).toBe(false);
});
