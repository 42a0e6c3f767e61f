import type { Words } from "../words/language.tsx";

const en = {
  title: "Sending",
  intro: "What needs a person's eye between us and the mail service.",
  unclearTitle: "Unclear mails",
  unclearText:
    "We gave these to the mail service and its answer was lost, so nobody knows yet whether they went out. When the service reports on one, it leaves this list by itself; most do. Marketing mail is never sent again on a guess: better not at all than twice. A confirmation or sign-in link has been tried a second time, with the same link.",
  noneTitle: "Nothing is unclear",
  noneText:
    "The mail service has said of every mail whether it took it. Should an answer ever be lost, the mail appears here until a report settles it.",
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
    "这些邮件交给了邮件服务，但对方的答复丢失了，所以还不知道有没有发出。邮件服务一有回报，相应的邮件就会自动离开此列表，多数都会如此。营销邮件绝不凭猜测重发：宁可少发一封，也不打扰两次。确认和登录链接已用同一链接再试过一次。",
  noneTitle: "没有结果不明的邮件",
  noneText: "每一封邮件，邮件服务都答复了是否收下。万一有答复丢失，那封邮件会显示在这里，直到有回报为止。",
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
