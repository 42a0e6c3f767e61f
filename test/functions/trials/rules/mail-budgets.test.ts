import { describe, expect, it } from "vitest";
import { mailBudgets, spentUp } from "../../../../functions/trials/rules/mail-budgets.ts";

const network = "203.0.113.0/24";
const of = (email: string, isCustomer = false) => mailBudgets({ email, network, isCustomer });
const limitOf = (email: string, kind: string, isCustomer = false) =>
  of(email, isCustomer).find((budget) => budget.kind === kind)?.limit;

describe("the budgets of a mail that a form asks for", () => {
  it("are one of the mailbox, one of its domain and one of the network", () => {
    expect(of("ana@lantern.example").map(({ kind, key }) => [kind, key])).toEqual([
      ["mailbox", "ana@lantern.example"],
      ["domain", "lantern.example"],
      ["network", network],
    ]);
  });

  it("give a stranger's mailbox one mail a day, and a customer's a few", () => {
    expect(limitOf("ana@lantern.example", "mailbox")).toBe(1);
    expect(limitOf("ana@lantern.example", "mailbox", true)).toBe(5);
  });

  it.each(["a.n.a+offer@googlemail.com", "ANA+1@gmail.com", "ana@gmail.com"])(
    "take %s for the one mailbox",
    (email) => {
      expect(of(email)[0]?.key).toBe("ana@gmail.com");
    },
  );

  it("limit no domain at which half the world has its mailbox", () => {
    for (const email of ["ana@gmail.com", "ana@QQ.com", "ana@web.de"])
      expect(of(email).map(({ kind }) => kind)).toEqual(["mailbox", "network"]);
  });

  it("leave out a network that nobody knows", () => {
    const budgets = mailBudgets({ email: "ana@lantern.example", isCustomer: false });
    expect(budgets.map(({ kind }) => kind)).toEqual(["mailbox", "domain"]);
  });

  it("let an office of twenty sign up within the hour", () => {
    expect(spentUp(of("bo@lantern.example"), [0, 19, 19])).toBeUndefined();
  });

  it("are used up when any of them is", () => {
    const budgets = of("ana@lantern.example");
    expect(spentUp(budgets, [1, 1, 1])).toBe("mailbox");
    expect(spentUp(budgets, [0, 100, 1])).toBe("domain");
    expect(spentUp(budgets, [0, 99, 60])).toBe("network");
    expect(spentUp(budgets, [])).toBeUndefined();
  });
});
