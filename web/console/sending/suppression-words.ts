import type { Words } from "../words/language.tsx";

const en = {
  title: "Suppressed addresses",
  text: "These addresses get no mail of any kind, whatever their owners agreed to: mail to them bounced for good or several times in a row, somebody reported it as spam, or one of us decided so.",
  find: "Find an exact address",
  search: "Search",
  clear: "Show all",
  more: "Show more",
  address: "Address",
  reason: "Reason",
  since: "Since",
  act: "Change",
  reasons: {
    "hard-bounce": "Mail bounced for good",
    "soft-bounces": "Mail bounced several times in a row",
    complaint: "Reported as spam",
    manual: "Decided by a person",
  },
  noneTitle: "No address is suppressed",
  noneText:
    "An address comes here by itself when mail to it bounces for good, bounces several times in a row, or is reported as spam.",
  notFoundTitle: "This address is not suppressed",
  notFoundText: "Mail may reach it, as far as its owner agreed. Only exact addresses are found.",
  add: "Suppress an address",
  addTitle: "Suppress an address",
  addText: "From now on it gets no mail at all, sign-in links included.",
  suppress: "Suppress",
  added: (email: string) => `${email} gets no mail any more`,
  cancel: "Cancel",
  lift: "Lift",
  liftOf: (email: string) => `Lift the suppression of ${email}`,
  liftTitle: "Lift the suppression",
  liftTexts: {
    "soft-bounces": (email: string) =>
      `Mail to ${email} bounced several times in a row, as it does when a mailbox is full. It may be mailed again, as far as its owner agreed; the bounces so far do not count any more.`,
    manual: (email: string) => `Mail may reach ${email} again, as far as its owner agreed.`,
    complaint: (email: string) =>
      `The owner of ${email} reported our mail as spam. Lift this only if they asked for it: another report harms the delivery of everybody's mail. The mail service keeps a list of its own, which may still refuse the address.`,
    "hard-bounce": (email: string) =>
      `Mail to ${email} bounced for good. Lift this only if you know that the mailbox works again: another bounce harms the delivery of everybody's mail. The mail service keeps a list of its own, which may still refuse the address.`,
  },
  confirmation: (email: string) => `Type ${email} to confirm`,
  because: "Why it is lifted",
  liftNow: "Lift the suppression",
  lifted: (email: string) => `${email} may be mailed again`,
};

const zhCN: typeof en = {
  title: "不得发信的地址",
  text: "无论地址的主人同意过什么，这些地址都不会收到任何邮件：发去的邮件被永久退回或连续多次被退回，有人举报为垃圾邮件，或由我们的同事决定。",
  find: "查找完整地址",
  search: "查找",
  clear: "显示全部",
  more: "显示更多",
  address: "地址",
  reason: "原因",
  since: "起始时间",
  act: "更改",
  reasons: {
    "hard-bounce": "邮件被永久退回",
    "soft-bounces": "邮件连续多次被退回",
    complaint: "被举报为垃圾邮件",
    manual: "由同事决定",
  },
  noneTitle: "没有不得发信的地址",
  noneText: "邮件被永久退回、连续多次被退回或被举报为垃圾邮件时，地址会自动出现在这里。",
  notFoundTitle: "此地址不在名单上",
  notFoundText: "在其主人同意的范围内可以发信。只能查找完整的地址。",
  add: "添加地址",
  addTitle: "添加不得发信的地址",
  addText: "从现在起，此地址不会收到任何邮件，包括登录链接。",
  suppress: "停止发信",
  added: (email) => `不再给 ${email} 发信`,
  cancel: "取消",
  lift: "解除",
  liftOf: (email) => `解除对 ${email} 的限制`,
  liftTitle: "解除限制",
  liftTexts: {
    "soft-bounces": (email) =>
      `发往 ${email} 的邮件曾连续多次被退回，例如因为邮箱已满。解除后，在其主人同意的范围内可以再次发信，此前的退信不再计数。`,
    manual: (email) => `在其主人同意的范围内，可以再次给 ${email} 发信。`,
    complaint: (email) =>
      `${email} 的主人曾将我们的邮件举报为垃圾邮件。只有对方主动要求时才可解除：再被举报一次，会影响所有人的邮件送达。邮件服务另有自己的名单，仍可能拒绝此地址。`,
    "hard-bounce": (email) =>
      `发往 ${email} 的邮件曾被永久退回。只有确知该邮箱已恢复时才可解除：再被退回一次，会影响所有人的邮件送达。邮件服务另有自己的名单，仍可能拒绝此地址。`,
  },
  confirmation: (email) => `请输入 ${email} 以确认`,
  because: "解除的原因",
  liftNow: "解除限制",
  lifted: (email) => `可以再次给 ${email} 发信`,
};

export const suppressionWords: Words<typeof en> = { en, "zh-CN": zhCN };
