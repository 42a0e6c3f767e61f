import type { TimelineItem } from "../../api/schema.d.ts";
import type { Words } from "../words/language.tsx";
import { reasonInChinese } from "./reasons-zh.ts";

type Data = TimelineItem["data"];
type Saying = (data: Data, money: (minor: unknown, currency: unknown) => string) => string;

export type TimelineSaid = {
  events: Record<string, Saying>;
  message: (template: string, state: string, reason: string) => string;
  states: Record<string, string>;
  /** Where a mail stands that a person decided about, as long as nobody knows better. */
  decidedStates: Record<string, string>;
  and: string;
  readings: Record<"humanClickedAt" | "humanOpenedAt" | "machineClickedAt" | "machineOpenedAt", string>;
  decision: (decided: string, reason: string, journey: string) => string;
  decisions: Record<string, string>;
  consent: (act: string, method: string) => string;
  acts: Record<string, string>;
  methods: Record<string, string>;
};

const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));
const named = (value: unknown, otherwise: string) => text(value) || otherwise;

const decidedEn: Record<string, string> = {
  arrived: "one of us took it as arrived",
  "not-sent": "one of us gave it up",
  "once-more": "one of us had it sent once more",
};
const decidedZh: Record<string, string> = {
  arrived: "同事将其当作已送达",
  "not-sent": "同事已放弃",
  "once-more": "同事决定再发一次",
};

const en: TimelineSaid = {
  events: {
    "trial.confirmed": (data) => `Confirmed the address and began the trial “${text(data.offer)}”`,
    "trial.used": () => "Used the trial for the first time",
    "purchase.recorded": (data, money) =>
      `Bought for ${money(data.totalMinor, data.currency)} (order ${text(data.orderId)})`,
    "purchase.refunded": (data, money) =>
      `Got ${money(data.amountMinor, data.currency)} back for order ${text(data.orderId)}`,
    "review.recorded": (data) => `Reviewed ${text(data.productId)} with ${text(data.rating)} of 5`,
    "custom.recorded": (data) => `Did “${text(data.name)}”`,
    "points.earned": (data) =>
      `Earned ${text(data.points)} points${data.pending ? ", pending for now" : ""} (${text(data.rule)})`,
    "points.released": (data) => `${text(data.points)} points became available`,
    "points.reversed": (data) => `${text(data.points)} points were taken back`,
    "friend.joined": (data) => `${named(data.friendName, "A friend")} came through this person's link`,
    "referral.qualified": () => "A friend's first purchase qualified the referral",
    "referral.rewarded": (data) => `Got ${text(data.points)} points for bringing a friend`,
    "referral.rejected": () => "A referral was turned down",
    "tier.changed": (data) =>
      `${data.direction === "down" ? "Fell" : "Rose"} from ${named(data.from, "no tier")} to ${named(data.to, "no tier")}`,
    "tier.at-risk": (data) => `May lose ${text(data.tier)}: ${text(data.missingPoints)} points missing`,
    "mail.submitted": (data) => `“${text(data.template)}” was handed to the mail service`,
    "mail.delivered": (data) => `“${text(data.template)}” arrived`,
    "mail.bounced": (data) => `“${text(data.template)}” bounced`,
    "mail.complained": (data) => `Reported “${text(data.template)}” as spam`,
    "mail.delayed": (data) => `“${text(data.template)}” is delayed`,
    "mail.opened": (data) => `Opened “${text(data.template)}”`,
    "mail.clicked": (data) => `Clicked in “${text(data.template)}”`,
    "mail.settled": (data) =>
      `Nobody knew whether “${text(data.template)}” went out; ${decidedEn[text(data.decision)]}`,
    "contact.stopped": () => "Asked us to stop writing",
    "contact.suppressed": (data) => `Must not be mailed any more (${text(data.reason)})`,
    "contact.suppression-lifted": (data) =>
      `May be mailed again: ${data.byHand ? "one of us decided so" : "a mail was delivered after all"}`,
  },
  message: (template, state, reason) => `Email “${template}”: ${state}${reason && `, because of ${reason}`}`,
  states: {
    queued: "waiting to go out",
    submitted: "handed to the mail service",
    delivered: "arrived",
    bounced: "bounced",
    complained: "reported as spam",
    delayed: "delayed",
    failed: "failed",
    unknown: "unclear whether it went out",
    skipped: "not sent",
  },
  decidedStates: {
    arrived: "taken as arrived",
    "not-sent": "given up, nobody knows whether it went out",
    "once-more": "sent once more, nobody knows whether the first one went out",
  },
  and: ", ",
  readings: {
    humanClickedAt: "a link followed",
    humanOpenedAt: "opened",
    machineClickedAt: "links followed (by a machine)",
    machineOpenedAt: "opened (by a machine)",
  },
  decision: (decided, reason, journey) => `Journey “${journey}”: ${decided}, because ${reason}`,
  decisions: { send: "send the next mail", wait: "wait", "go-on": "go on", leave: "leave it", finish: "finished" },
  consent: (act, method) => `${act} (${method})`,
  acts: {
    requested: "Asked for marketing mail, not confirmed yet",
    given: "Agreed to marketing mail",
    "not-given": "Did not agree to marketing mail",
    stopped: "Stopped all marketing mail",
    chosen: "Chose which letters to get",
  },
  methods: {
    form: "on the form",
    "confirm-link": "by the link in the mail",
    "one-click": "by the mail program's unsubscribe button",
    "unsubscribe-page": "on the unsubscribe page",
    preferences: "in the preferences",
  },
};

const zhCN: TimelineSaid = {
  events: {
    "trial.confirmed": (data) => `确认了地址并开始试用“${text(data.offer)}”`,
    "trial.used": () => "第一次使用试用",
    "purchase.recorded": (data, money) => `购买 ${money(data.totalMinor, data.currency)}（订单 ${text(data.orderId)}）`,
    "purchase.refunded": (data, money) => `订单 ${text(data.orderId)} 退款 ${money(data.amountMinor, data.currency)}`,
    "review.recorded": (data) => `评价 ${text(data.productId)}：${text(data.rating)} / 5`,
    "custom.recorded": (data) => `“${text(data.name)}”`,
    "points.earned": (data) => `获得 ${text(data.points)} 积分（${text(data.rule)}${data.pending ? "，待定" : ""}）`,
    "points.released": (data) => `${text(data.points)} 积分变为可用`,
    "points.reversed": (data) => `收回 ${text(data.points)} 积分`,
    "friend.joined": (data) => `${named(data.friendName, "一位朋友")}通过此人的链接加入`,
    "referral.qualified": () => "朋友首次购买，推荐合格",
    "referral.rewarded": (data) => `因带来朋友获得 ${text(data.points)} 积分`,
    "referral.rejected": () => "一次推荐未通过",
    "tier.changed": (data) =>
      `等级从“${named(data.from, "无")}”${data.direction === "down" ? "降" : "升"}到“${named(data.to, "无")}”`,
    "tier.at-risk": (data) => `可能失去“${text(data.tier)}”：还差 ${text(data.missingPoints)} 积分`,
    "mail.submitted": (data) => `“${text(data.template)}”已交给邮件服务`,
    "mail.delivered": (data) => `“${text(data.template)}”已送达`,
    "mail.bounced": (data) => `“${text(data.template)}”被退回`,
    "mail.complained": (data) => `将“${text(data.template)}”举报为垃圾邮件`,
    "mail.delayed": (data) => `“${text(data.template)}”延迟`,
    "mail.opened": (data) => `打开了“${text(data.template)}”`,
    "mail.clicked": (data) => `点击了“${text(data.template)}”中的链接`,
    "mail.settled": (data) => `“${text(data.template)}”是否发出无人知晓；${decidedZh[text(data.decision)]}`,
    "contact.stopped": () => "要求我们停止写信",
    "contact.suppressed": (data) => `不得再发信（${text(data.reason)}）`,
    "contact.suppression-lifted": (data) => `可以再次发信：${data.byHand ? "由同事决定" : "邮件已送达"}`,
  },
  message: (template, state, reason) => `邮件“${template}”：${state}${reason && `，原因：${reason}`}`,
  states: {
    queued: "等待发送",
    submitted: "已交给邮件服务",
    delivered: "已送达",
    bounced: "被退回",
    complained: "被举报为垃圾邮件",
    delayed: "延迟",
    failed: "失败",
    unknown: "不确定是否发出",
    skipped: "未发送",
  },
  decidedStates: {
    arrived: "当作已送达",
    "not-sent": "已放弃，是否发出无人知晓",
    "once-more": "已再发一次，第一封是否发出无人知晓",
  },
  and: "，",
  readings: {
    humanClickedAt: "点击了链接",
    humanOpenedAt: "已打开",
    machineClickedAt: "点击了链接（由机器）",
    machineOpenedAt: "已打开（由机器）",
  },
  decision: (decided, reason, journey) => `流程“${journey}”：${decided}，因为${reasonInChinese(reason)}`,
  decisions: { send: "发送下一封邮件", wait: "等待", "go-on": "继续", leave: "退出", finish: "已完成" },
  consent: (act, method) => `${act}（${method}）`,
  acts: {
    requested: "申请接收营销邮件，尚未确认",
    given: "同意接收营销邮件",
    "not-given": "未同意接收营销邮件",
    stopped: "停止全部营销邮件",
    chosen: "选择了接收哪些来信",
  },
  methods: {
    form: "通过表单",
    "confirm-link": "通过邮件中的链接",
    "one-click": "通过邮件软件的退订按钮",
    "unsubscribe-page": "在退订页面",
    preferences: "在偏好设置中",
  },
};

export const timelineWords: Words<TimelineSaid> = { en, "zh-CN": zhCN };
