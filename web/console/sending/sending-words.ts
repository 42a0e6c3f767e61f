import type { Words } from "../words/language.tsx";

const en = {
  title: "Sending",
  intro: "What needs a person's eye between us and the mail service.",
  unclearTitle: "Unclear mails",
  unclearText:
    "When the answer of the mail service is lost, nobody knows whether a mail went out. It stays here until the service reports on it, and then leaves by itself, or until one of us decides what to take it for. Marketing mail is never sent again on a guess: better not at all than twice. A confirmation or sign-in link is tried once more, with the same link.",
  noneTitle: "Nothing is unclear",
  noneText: "Of every mail handed over so far the mail service has said whether it took it.",
  who: "For",
  mail: "Mail",
  when: "Queued",
  why: "What happened",
  erased: "Somebody who has been erased since",
  version: (version: number) => `version ${version}`,
  lanes: { marketing: "Marketing", transactional: "Service mail" },
  attempts: (count: number) => (count === 1 ? "handed over once" : `handed over ${count} times`),
  senderLost: "The sender was interrupted before it had an answer",
  noAnswer: "No clear answer from the mail service",
  more: "Show more",
};

const zhCN: typeof en = {
  title: "发送",
  intro: "我们和邮件服务之间，需要人看一眼的事。",
  unclearTitle: "结果不明的邮件",
  unclearText:
    "邮件服务的答复一旦丢失，就没人知道邮件是否发出。这样的邮件会留在这里，等邮件服务回报结果后自动离开，也可由同事决定如何处理。营销邮件绝不凭猜测重发：宁可少发一封，也不打扰两次。确认和登录链接会再试一次，用的是同一链接。",
  noneTitle: "没有结果不明的邮件",
  noneText: "到目前为止，交出去的每一封邮件，邮件服务都答复了是否收下。",
  who: "收件人",
  mail: "邮件",
  when: "排队时间",
  why: "经过",
  erased: "此人的资料已删除",
  version: (version) => `第 ${version} 版`,
  lanes: { marketing: "营销邮件", transactional: "服务邮件" },
  attempts: (count) => `已递交 ${count} 次`,
  senderLost: "发送程序在得到答复前中断",
  noAnswer: "邮件服务没有给出明确答复",
  more: "显示更多",
};

export const sendingWords: Words<typeof en> = { en, "zh-CN": zhCN };
