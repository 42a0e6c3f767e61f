import type { Words } from "../words/language.tsx";

const en = {
  title: "What to do next",
  draftsTitle: "Drafts waiting to be published",
  draftsText: "Your readers still get the version before. Publish, or go on writing.",
  draftsNone: "No drafts are waiting: what you see is what people get.",
  go: (title: string) => `Open ${title}`,
  newest: "Newest contacts",
  all: "All contacts",
  allEmails: "All emails",
  firstTitle: "First steps",
  firstText: "A short way through the whole loop, each step takes a minute.",
  steps: {
    read: { title: "Read the welcome email", text: "See it on a phone, in the dark and in each language." },
    test: { title: "Send it to yourself", text: "The button “Send test to me” is at the top of every email." },
    signUp: { title: "Sign up on your landing page", text: "Be your own first customer, and confirm from the mail." },
    watch: { title: "Watch yourself arrive", text: "You appear under Contacts with everything that happened." },
  },
};

const zhCN: typeof en = {
  title: "接下来做什么",
  draftsTitle: "等待发布的草稿",
  draftsText: "收件人仍收到之前的版本。请发布，或继续编辑。",
  draftsNone: "没有等待的草稿：您看到的就是收件人收到的。",
  go: (title) => `打开${title}`,
  newest: "最新联系人",
  all: "全部联系人",
  allEmails: "全部邮件",
  firstTitle: "新手四步",
  firstText: "走一遍完整流程，每步只需一分钟。",
  steps: {
    read: { title: "阅读欢迎邮件", text: "在手机上、深色模式下和每种语言中查看。" },
    test: { title: "发给自己", text: "每封邮件顶部都有“发测试邮件给我”按钮。" },
    signUp: { title: "在落地页注册", text: "做自己的第一位客户，并从邮件中确认。" },
    watch: { title: "查看自己的记录", text: "您会出现在联系人里，经过一目了然。" },
  },
};

export const homeWords: Words<typeof en> = { en, "zh-CN": zhCN };
