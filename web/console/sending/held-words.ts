import type { HeldMail } from "../../api/schema.d.ts";
import type { Words } from "../words/language.tsx";

const en = {
  title: "Held back",
  text: "Too many of these mails found no mailbox or were reported as spam. They wait, and nothing is lost. Find the cause first: a bought list, an old import, a promise that was not kept.",
  everything: "All marketing mail",
  because: {
    bounces: ({ bounced, submitted }: HeldMail) =>
      `${bounced} of ${submitted} mails came back for good; 2 % is the limit.`,
    complaints: ({ complained, submitted }: HeldMail) =>
      `${complained} of ${submitted} readers reported it as spam; 0.05 % is the limit.`,
  },
  since: (when: string) => `Held since ${when}`,
  resume: "Let it go on",
  resumed: "It goes on within the hour.",
  notResumed: "It is still held",
};

const zhCN: typeof en = {
  title: "已暂停",
  text: "这些邮件中，收件地址不存在或被举报为垃圾邮件的太多。它们在等待，没有丢失。请先找出原因：买来的名单、陈旧的导入，或没有兑现的承诺。",
  everything: "全部营销邮件",
  because: {
    bounces: ({ bounced, submitted }) => `${submitted} 封中有 ${bounced} 封被永久退回；上限是 2 %。`,
    complaints: ({ complained, submitted }) => `${submitted} 位收件人中有 ${complained} 位举报；上限是 0.05 %。`,
  },
  since: (when) => `暂停于 ${when}`,
  resume: "继续发送",
  resumed: "一小时内恢复发送。",
  notResumed: "仍处于暂停状态",
};

export const heldWords: Words<typeof en> = { en, "zh-CN": zhCN };
