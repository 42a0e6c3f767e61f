import type { SettleUnknownMail } from "../../api/schema.d.ts";
import type { Words } from "../words/language.tsx";

type Decision = SettleUnknownMail["decision"];

const en = {
  act: "Decide",
  decideFor: (who: string) => `Decide about the mail for ${who}`,
  title: "What became of this mail?",
  text: (mail: string, who: string) =>
    `Nobody knows whether “${mail}” reached ${who}. If the mail service reports on it later, its word takes the place of yours.`,
  somebody: "somebody who has been erased since",
  choice: "Your decision",
  choices: {
    arrived: { label: "Take it as arrived", hint: "Nothing more is sent." },
    "not-sent": { label: "Give it up", hint: "Take it as not sent. Nothing more is sent." },
    "once-more": {
      label: "Send it once more",
      hint: "It may arrive twice. It goes out only if its reader may still be written to then.",
    },
  } satisfies Record<Decision, { label: string; hint: string }>,
  because: "Why",
  cancel: "Cancel",
  settle: "Decide",
  done: {
    arrived: "Taken as arrived",
    "not-sent": "Given up",
    "once-more": "It goes out once more",
  } satisfies Record<Decision, string>,
  problems: {
    "settled-meanwhile":
      "This mail is no longer unclear: the mail service reported on it, or somebody else decided. The person's page says what became of it.",
    "link-expired": "The link in this mail has expired, so a copy would help nobody. Its reader can ask for a new one.",
  } as Record<string, string>,
};

const zhCN: typeof en = {
  act: "处理",
  decideFor: (who) => `处理发给 ${who} 的邮件`,
  title: "这封邮件怎样了？",
  text: (mail, who) => `没人知道“${mail}”是否到达 ${who}。如果邮件服务以后回报，将以它的说法为准。`,
  somebody: "资料已删除的人",
  choice: "您的决定",
  choices: {
    arrived: { label: "当作已送达", hint: "不再发送。" },
    "not-sent": { label: "放弃", hint: "当作没有发出。不再发送。" },
    "once-more": { label: "再发一次", hint: "对方可能收到两封。只有届时仍可给对方写信才会发出。" },
  },
  because: "原因",
  cancel: "取消",
  settle: "确定",
  done: { arrived: "已当作送达", "not-sent": "已放弃", "once-more": "将再发一次" },
  problems: {
    "settled-meanwhile": "这封邮件的结果已经明确：邮件服务已回报，或同事已处理。结果见此人的页面。",
    "link-expired": "邮件中的链接已过期，再发一次没有用处。收件人可以重新申请链接。",
  },
};

export const settleWords: Words<typeof en> = { en, "zh-CN": zhCN };
