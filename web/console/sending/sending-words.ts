import type { Words } from "../words/language.tsx";

const en = {
  title: "Sending",
  intro: "What needs a person's eye between us and the mail service.",
  unclearTitle: "Unclear mails",
  unclearText:
    "The mail service did not say whether it took these. A later report from it settles most of them by itself. Marketing mail is never sent again on a guess: better not at all than twice.",
  noneTitle: "Nothing is unclear",
  noneText: "Of every mail handed over so far the mail service has said what became of it.",
  who: "For",
  mail: "Mail",
  when: "Queued",
  why: "What happened",
  erased: "Somebody who has been erased since",
  version: (version: number) => `version ${version}`,
  lanes: { marketing: "Marketing", transactional: "Answers a request" },
  attempts: (count: number) => (count === 1 ? "handed over once" : `handed over ${count} times`),
  senderLost: "The sender was interrupted before it had an answer",
  noAnswer: (code: string) => `No clear answer from the mail service (${code})`,
  more: "Show more",
};

const zhCN: typeof en = {
  title: "发送",
  intro: "我们和邮件服务之间，需要人看一眼的事。",
  unclearTitle: "结果不明的邮件",
  unclearText:
    "邮件服务没有说明是否收下了这些邮件。多数会在它稍后回报时自动结清。营销邮件绝不凭猜测重发：宁可不发，也不发两次。",
  noneTitle: "没有结果不明的邮件",
  noneText: "到目前为止，每一封交出去的邮件都有了明确结果。",
  who: "收件人",
  mail: "邮件",
  when: "排队时间",
  why: "经过",
  erased: "此人的资料已被删除",
  version: (version) => `第 ${version} 版`,
  lanes: { marketing: "营销邮件", transactional: "应请求发送" },
  attempts: (count) => `已交付 ${count} 次`,
  senderLost: "发送程序在得到答复前中断",
  noAnswer: (code) => `邮件服务没有给出明确答复（${code}）`,
  more: "显示更多",
};

export const sendingWords: Words<typeof en> = { en, "zh-CN": zhCN };
