import type { Words } from "../words/language.tsx";
import { costWordsZh } from "./cost-words-zh.ts";

const en = {
  title: "Costs",
  intro: "What mail costs this month, and what it may cost. Months begin at 00:00 UTC, as the bill does.",
  mails: "Mails",
  soFar: "Cost so far",
  forecast: "At this pace by the month's end",
  tooEarly: "Too early to tell",
  budget: "Budget",
  noBudget: "None set",
  left: (amount: string) => `${amount} left`,
  emptyTitle: "No mail has gone out this month",
  emptyText:
    "As soon as one does, its cost stands here: what the mail service asks for it, and what we take ourselves.",
  stoppedTitle: "The budget is used up",
  stopped: (when: string) =>
    `Marketing mail waits, and nothing is lost. It goes on by itself on ${when} (the first of the month, 00:00 UTC), or within a quarter of an hour after somebody raises the budget. Confirmations, sign-in links and other service mail still go out.`,
  warningTitle: "The budget is nearly used up",
  warning: (share: number) =>
    `${share} % of it is spent. When all of it is, marketing mail waits until next month or a higher budget.`,
  budgetTitle: "Monthly budget",
  budgetText:
    "When it is used up, the mail that matters least stops first: broadcasts at 90 %, then journeys and notices at 100 %. Mail that people asked for never stops.",
  amount: "Amount a month",
  warnAt: "Warn at",
  percent: " %",
  save: "Save",
  remove: "Remove the budget",
  saved: "The budget is set",
  removed: "There is no budget any more",
  setBy: (who: string, when: string) => `Set by ${who}, ${when}`,
  onlyAdmins: "An administrator can set it.",
  journeysTitle: "By journey",
  journeysText: "A conversion is a contact who left the journey by the exit it is for, a purchase for example.",
  journey: "Journey",
  cost: "Cost",
  brought: (mails: number, conversions: number) => `Mails: ${mails} · conversions: ${conversions}`,
  perConversion: "Each conversion",
  noneYet: "none yet",
  sourcesTitle: "By mail",
  source: "Mail",
  lanes: { marketing: "Marketing", transactional: "Service mail" },
  daysTitle: "By day (UTC)",
  day: "Day",
  pricesTitle: "Where the prices come from",
  prices: (region: string, from: string, read: string) =>
    `AWS's list prices of ${region}, valid from ${from}, read on ${read}; free allowances and discounts are not taken off.`,
  perMail: (marketing: string, transactional: string, ses: string) =>
    `A marketing mail costs ${marketing} and a service mail ${transactional}; ${ses} of that is the mail service's own price, the rest is what our tables, queues and functions take.`,
  measured: (on: string) => `What we take ourselves was measured on ${on}.`,
};

export type CostWords = typeof en;

export const costWords: Words<CostWords> = { en, "zh-CN": costWordsZh };
