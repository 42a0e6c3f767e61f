import { mailboxOf } from "../../contacts/rules/mailbox-of.ts";

/** How many mails one mailbox, one domain or one network can cause in an hour or a day. */
export interface MailBudget {
  kind: "mailbox" | "domain" | "network";
  key: string;
  window: "hour" | "day";
  limit: number;
}

/** A stranger's mailbox gets one mail a day, however often and by whomever it is typed in; a customer's gets a few. */
const A_DAY = { stranger: 1, customer: 5 };

/** A company's whole staff may sign up within a morning; a flood upon its mail server stays out. */
const A_DOMAIN_AN_HOUR = 100;

/** An office, a school or a village behind one address signs up; a machine does not get far. */
const A_NETWORK_AN_HOUR = 60;

/** Providers at which half the world has its mailbox: their domains say nothing about who is meant. */
const EVERYBODYS = new Set(
  [
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com",
    "gmx.de gmx.net web.de t-online.de proton.me protonmail.com mail.ru yandex.ru orange.fr free.fr libero.it",
    "qq.com foxmail.com 163.com 126.com sina.com aliyun.com 139.com naver.com",
  ].flatMap((line) => line.split(" ")),
);

/** The budgets that a mail asked for on a form is taken from. */
export function mailBudgets(asked: { email: string; network?: string | undefined; isCustomer: boolean }): MailBudget[] {
  const { email, network, isCustomer } = asked;
  const mailbox = mailboxOf(email);
  const domain = mailbox.slice(mailbox.lastIndexOf("@") + 1);
  const limit = isCustomer ? A_DAY.customer : A_DAY.stranger;
  const budgets: MailBudget[] = [{ kind: "mailbox", key: mailbox, window: "day", limit }];
  if (!EVERYBODYS.has(domain)) budgets.push({ kind: "domain", key: domain, window: "hour", limit: A_DOMAIN_AN_HOUR });
  if (network) budgets.push({ kind: "network", key: network, window: "hour", limit: A_NETWORK_AN_HOUR });
  return budgets;
}

/** The first budget of which nothing is left; `spent` has what each has given so far, in the same order. */
export function spentUp(budgets: MailBudget[], spent: number[]): MailBudget["kind"] | undefined {
  return budgets.find(({ limit }, at) => (spent[at] ?? 0) >= limit)?.kind;
}
