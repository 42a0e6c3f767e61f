import type { MailDifference, ReconciledLane } from "../../api/schema.d.ts";
import type { Words } from "../words/language.tsx";

type Kind = MailDifference["kind"];
type Counted = Exclude<keyof ReconciledLane, "lane" | "skipped">;

/** Reasons that only a person's decision has; the others are told as they are kept, as on the person's page. */
const reasonsEn: Record<string, string> = {
  "given-up": "given up by a person",
  "sent-once-more": "sent once more by a person, as a mail of its own",
};
const reasonsZh: Record<string, string> = { "given-up": "由同事放弃", "sent-once-more": "由同事另发一封" };

const en = {
  title: "Every night's comparison",
  text: "Every night our books are compared with what the mail service reported of each mail of the day before yesterday, when everything has been reported. Differences are listed here and never mended by themselves.",
  noneTitle: "Nothing has been compared yet",
  noneText: "The first comparison comes in the second night after the first mail.",
  day: "Day (UTC)",
  mails: "Mails",
  result: "Result",
  look: "Details",
  lookAt: (day: string) => `Details of ${day}`,
  agree: "Books agree",
  differ: (count: number) => (count === 1 ? "1 difference" : `${count} differences`),
  mailsOf: (submitted: number, intended: number) => `${submitted} of ${intended} handed over`,
  noMail: "no mail",
  comparedAt: (when: string) => `Compared on ${when}`,
  lanes: { marketing: "Marketing", transactional: "Service mail" },
  counts: {
    intended: "Meant to go out",
    submitted: "Handed over",
    failed: "Refused by the mail service",
    unknown: "Unclear",
    waiting: "Still waiting",
    delivered: "Delivered",
    bounced: "Bounced",
    complained: "Reported as spam",
    rejected: "Turned down afterwards",
    accepted: "Accepted, no news since",
    silent: "No report at all",
    byHand: "Taken as arrived by a person",
    extraCopies: "Extra copies",
  } satisfies Record<Counted, string>,
  ofThem: "Reported of those handed over",
  skipped: (reason: string) => `Not sent: ${reasonsEn[reason] ?? reason}`,
  differences: "Differences",
  more: (count: number) => `${count} more are not listed.`,
  kinds: {
    silent: {
      is: "We handed it over, and the mail service reported nothing.",
      do: "See whether its events reach us (dead letters of MailOutcomes). The reader may or may not have it.",
    },
    "sent-though-waiting": {
      is: "It waits in our books, and the mail service has sent it.",
      do: "Stop what is about to send it again, then have a developer look: this must not happen.",
    },
    "told-though-unknown": {
      is: "It is unclear in our books, and the mail service reported on it.",
      do: "Press Decide beside it in the list of unclear mails: the report is then taken over.",
    },
    "sent-though-failed": {
      is: "We hold it as refused, and the mail service has sent it.",
      do: "Nothing to repair: an earlier try had gone through. The person's page shows what was reported.",
    },
    "sent-though-skipped": {
      is: "We hold it as not sent, and the mail service has sent it.",
      do: "Have a developer look: somebody may have got a mail that was not for them.",
    },
    "sent-though-given-up": {
      is: "A person gave it up or had it sent once more, and the mail service has sent it after all.",
      do: "Nothing to repair: the reader may have it twice.",
    },
    duplicate: {
      is: "The mail service accepted more copies of it than we allow.",
      do: "Have a developer look: the reader has got it more than once.",
    },
    stray: {
      is: "The mail service reported on a mail that we know nothing of.",
      do: "Find out who else sends through our configuration sets. It may also be about somebody erased since.",
    },
  } satisfies Record<Kind, { is: string; do: string }>,
  held: {
    waiting: "waiting",
    submitted: "handed over",
    unknown: "unclear",
    failed: "refused",
    skipped: "not sent",
  },
  reported: {
    accepted: "accepted",
    delivered: "delivered",
    bounced: "bounced",
    complained: "reported as spam",
    rejected: "turned down",
  },
  nothing: "nothing",
  sides: (ours: string, theirs: string) => `Our books: ${ours}. Mail service: ${theirs}.`,
  person: "See what happened to this person",
};

const zhCN: typeof en = {
  title: "每夜核对",
  text: "每天夜里，我们把自己的记录与邮件服务对前天每封邮件的回报逐一核对，那时应回报的都已回报。差异列在这里，绝不自动修改。",
  noneTitle: "还没有核对过",
  noneText: "第一封邮件发出后的第二个夜里会进行第一次核对。",
  day: "日期（UTC）",
  mails: "邮件",
  result: "结果",
  look: "详情",
  lookAt: (day) => `${day} 的详情`,
  agree: "记录一致",
  differ: (count) => `${count} 处差异`,
  mailsOf: (submitted, intended) => `${intended} 封中已交出 ${submitted} 封`,
  noMail: "没有邮件",
  comparedAt: (when) => `核对于 ${when}`,
  lanes: { marketing: "营销邮件", transactional: "服务邮件" },
  counts: {
    intended: "应发",
    submitted: "已交给邮件服务",
    failed: "被邮件服务拒绝",
    unknown: "结果不明",
    waiting: "仍在等待",
    delivered: "已送达",
    bounced: "被退回",
    complained: "被举报为垃圾邮件",
    rejected: "收下后又拒绝",
    accepted: "已收下，此后没有回报",
    silent: "没有任何回报",
    byHand: "由同事当作已送达",
    extraCopies: "多发的份数",
  },
  ofThem: "已交出邮件的回报",
  skipped: (reason) => `未发送：${reasonsZh[reason] ?? reason}`,
  differences: "差异",
  more: (count) => `另有 ${count} 处未列出。`,
  kinds: {
    silent: {
      is: "我们已交出，邮件服务却没有任何回报。",
      do: "请检查回报是否送到（MailOutcomes 的死信）。收件人可能收到，也可能没有。",
    },
    "sent-though-waiting": {
      is: "在我们的记录中仍在等待，邮件服务却已发出。",
      do: "请先停止将要再次发送它的流程，再请开发人员查看：这不应发生。",
    },
    "told-though-unknown": {
      is: "在我们的记录中结果不明，邮件服务却已回报。",
      do: "请在“结果不明的邮件”中点“处理”，回报会被采纳。",
    },
    "sent-though-failed": {
      is: "我们记为被拒绝，邮件服务却已发出。",
      do: "无需修复：此前的一次递交已成功。此人的页面显示回报的内容。",
    },
    "sent-though-skipped": {
      is: "我们记为未发送，邮件服务却已发出。",
      do: "请开发人员查看：可能有人收到了不该收到的邮件。",
    },
    "sent-though-given-up": {
      is: "同事已放弃或决定再发一次，邮件服务却还是发出了。",
      do: "无需修复：收件人可能收到两封。",
    },
    duplicate: {
      is: "邮件服务收下的份数超过允许的数量。",
      do: "请开发人员查看：收件人收到了不止一封。",
    },
    stray: {
      is: "邮件服务回报了一封我们不认识的邮件。",
      do: "请查明还有谁通过我们的配置集发信。也可能涉及已删除资料的人。",
    },
  },
  held: { waiting: "等待中", submitted: "已交出", unknown: "结果不明", failed: "被拒绝", skipped: "未发送" },
  reported: {
    accepted: "已收下",
    delivered: "已送达",
    bounced: "被退回",
    complained: "被举报为垃圾邮件",
    rejected: "已拒绝",
  },
  nothing: "没有回报",
  sides: (ours, theirs) => `我们的记录：${ours}。邮件服务：${theirs}。`,
  person: "查看此人的经过",
};

export const nightsWords: Words<typeof en> = { en, "zh-CN": zhCN };
