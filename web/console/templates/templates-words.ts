import type { Words } from "../words/language.tsx";

const en = {
  title: "Emails",
  intro: "Every email the product sends. A change reaches people only once you publish it.",
  email: "Email",
  kind: "Kind",
  live: "Live version",
  state: "State",
  changed: "Last change",
  kinds: { transactional: "Service mail", marketing: "Marketing" },
  kindHelp: {
    transactional: "Answers something the person just did; sent whatever their marketing consent says.",
    marketing: "Only to people who agreed; carries the unsubscribe link and the postal address.",
  },
  states: { none: "Live", changed: "Draft not published", "never-published": "Never published" },
  version: (version: number | null) => (version === null ? "none yet" : `version ${version}`),
  by: (when: string, who: string) => `${when} by ${who}`,
  find: "Find an email",
  noneFound: "No email has that name.",
  emptyTitle: "No emails yet",
  emptyText: "Emails arrive with the programme: apply it as the README says under “Deploying”, then reload this page.",
};

const zhCN: typeof en = {
  title: "邮件",
  intro: "系统发送的全部邮件。只有发布之后，修改才会到达收件人。",
  email: "邮件",
  kind: "类型",
  live: "线上版本",
  state: "状态",
  changed: "最近修改",
  kinds: { transactional: "服务邮件", marketing: "营销邮件" },
  kindHelp: {
    transactional: "回应对方刚做的事；与营销同意无关。",
    marketing: "只发给同意接收的人；含退订链接与邮寄地址。",
  },
  states: { none: "已上线", changed: "草稿未发布", "never-published": "从未发布" },
  version: (version) => (version === null ? "尚无" : `第 ${version} 版`),
  by: (when, who) => `${when} · ${who}`,
  find: "查找邮件",
  noneFound: "没有这个名称的邮件。",
  emptyTitle: "还没有邮件",
  emptyText: "邮件随方案一同导入：请按 README 的 “Deploying” 一节应用方案，然后刷新本页。",
};

export const templatesWords: Words<typeof en> = { en, "zh-CN": zhCN };
