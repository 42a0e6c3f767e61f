import type { SendingCheck, SendingLane } from "../../api/schema.d.ts";
import type { Words } from "../words/language.tsx";

interface CheckWords {
  title: string;
  /** What it is for, and what to do when it is not right. */
  advice: string;
}

interface ReadinessWords {
  title: string;
  ready: (domain: string) => string;
  notReady: (count: number) => string;
  states: Record<SendingCheck["state"], string>;
  checks: Record<SendingCheck["item"], CheckWords>;
  lanes: Record<"transactional" | "marketing", string>;
  lane: Record<"sending" | "waiting", string>;
  rests: (because: string, until: string) => string;
  reasons: Record<NonNullable<SendingLane["because"]>, string>;
  refresh: string;
}

const en: ReadinessWords = {
  title: "Domain and account",
  ready: (domain) => `${domain} is ready for writing to many people.`,
  notReady: (count) =>
    count === 1 ? "One thing has to be put right first." : `${count} things have to be put right first.`,
  states: { good: "Right", warn: "Could be better", bad: "Not right", unasked: "Could not be asked" },
  checks: {
    domain: {
      title: "Sending domain",
      advice:
        "SES sends only from a verified domain. Put the three DKIM records that the Mail stack printed into its DNS.",
    },
    dkim: {
      title: "DKIM signature",
      advice:
        "Proves that mail is yours. SES finds the three CNAME records within 72 hours; check them for typing errors.",
    },
    "return-path": {
      title: "Return path (SPF)",
      advice:
        "With a MAIL FROM domain of your own, SPF speaks for you as well as DKIM. Set it up in SES, then add its MX and TXT records.",
    },
    dmarc: {
      title: "DMARC policy",
      advice:
        "Gmail and Yahoo ask it of everybody who writes to many. Begin with the TXT record _dmarc: v=DMARC1; p=none.",
    },
    production: {
      title: "Out of the sandbox",
      advice: "In the sandbox SES writes to verified addresses only. Ask for production access in the SES console.",
    },
    sending: {
      title: "Sending allowed",
      advice:
        "Somebody, or SES, has paused the account. Read SES's messages to you, then resume it in the SES console.",
    },
    "daily-quota": {
      title: "Quota of 24 hours",
      advice: "Marketing mail leaves a tenth of it to mail that people wait for, and goes on when there is room again.",
    },
    "postal-address": {
      title: "Postal address",
      advice: "The law asks for it in every marketing mail. It stands in the programme's brand.yaml.",
    },
  },
  lanes: { transactional: "Service mail", marketing: "Marketing mail" },
  lane: { sending: "Mail is going out right now.", waiting: "Everything that was due has gone out." },
  rests: (because, until) => `At rest until ${until}: ${because}. Nothing is lost.`,
  reasons: {
    "sending-paused": "the account may not send",
    "daily-quota": "the day's quota is used up",
    "not-set-up": "something is not set up, see the list",
    throttled: "the mail service is too busy",
    "monthly-budget": "the month's budget is used up, see Costs",
  },
  refresh: "Look again",
};

const zhCN: ReadinessWords = {
  title: "域名与账户",
  ready: (domain) => `${domain} 已就绪，可以大量发信。`,
  notReady: (count) => `还有 ${count} 项要先处理好。`,
  states: { good: "正常", warn: "可以更好", bad: "不正常", unasked: "无法查询" },
  checks: {
    domain: {
      title: "发信域名",
      advice: "SES 只从验证过的域名发信。请把 Mail 堆栈输出的三条 DKIM 记录写入域名的 DNS。",
    },
    dkim: {
      title: "DKIM 签名",
      advice: "证明邮件出自你们。SES 会在 72 小时内找到那三条 CNAME 记录；请检查是否有笔误。",
    },
    "return-path": {
      title: "退信路径（SPF）",
      advice:
        "使用自己的 MAIL FROM 域名后，除 DKIM 之外，SPF 也能为你们作证。先在 SES 中设置，再添加它的 MX 和 TXT 记录。",
    },
    dmarc: {
      title: "DMARC 策略",
      advice: "Gmail 和 Yahoo 要求大量发信者都有。可先添加 TXT 记录 _dmarc：v=DMARC1; p=none。",
    },
    production: { title: "已离开沙盒", advice: "在沙盒中，SES 只向验证过的地址发信。请在 SES 控制台申请生产权限。" },
    sending: { title: "允许发送", advice: "账户被人或被 SES 暂停了。请阅读 SES 给你们的通知，再到 SES 控制台恢复。" },
    "daily-quota": { title: "24 小时配额", advice: "营销邮件会给人们等着收的邮件留出十分之一，有余量后再继续。" },
    "postal-address": { title: "邮寄地址", advice: "法律要求每封营销邮件都写明。它在方案的 brand.yaml 里。" },
  },
  lanes: { transactional: "服务邮件", marketing: "营销邮件" },
  lane: { sending: "正在发送。", waiting: "到期的邮件都已发出。" },
  rests: (because, until) => `休息到 ${until}：${because}。没有丢失任何邮件。`,
  reasons: {
    "sending-paused": "账户暂停发送",
    "daily-quota": "当天的配额已用完",
    "not-set-up": "有一项尚未设置好，见列表",
    throttled: "邮件服务太忙",
    "monthly-budget": "本月预算已用完，见“费用”",
  },
  refresh: "再看一次",
};

export const readinessWords: Words<ReadinessWords> = { en, "zh-CN": zhCN };
