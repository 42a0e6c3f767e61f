import type { Offer } from "../../functions/offers/rules/offer.ts";

const zone = "Europe/Berlin";

/** A trial offer with everything its page can show. */
export const freeLessons: Offer = {
  name: "free-lessons",
  kind: "trial",
  title: { en: "Fourteen days of online lessons", "zh-CN": "十四天在线课程" },
  headline: { en: "Try fourteen days of lessons. Then decide.", "zh-CN": "先试学十四天，再做决定" },
  summary: {
    en: "Any lesson at any hour, for as long as you have ten minutes. And a teacher who answers your questions.",
    "zh-CN": "任何一课、任何时间都可以上，有十分钟就够。有问题，老师来答。",
  },
  reason: {
    en: "The lessons are recorded already, so a guest costs us nothing; and we would rather you tried one than believed an advertisement. The 200 places a month are what our teachers can answer questions for.",
    "zh-CN":
      "课程早已录好，多一位客人我们不多花一分钱；与其让你相信广告，不如请你亲自上一课。每月两百个名额，是老师们答得过来的数目。",
  },
  includes: {
    en: [
      "All 120 recorded lessons, from the first hello to telling a joke",
      "Your questions answered by a teacher within a working day",
      "A short test at the start, so that you begin where you are",
      "Ends by itself: no card, no contract, nothing to cancel",
    ],
    "zh-CN": [
      "全部一百二十课，从第一句问候到讲一个笑话",
      "提问后一个工作日内由老师回答",
      "开始前一个小测试，从适合你的地方学起",
      "到期自动结束：不绑卡，不签约，不用取消",
    ],
  },
  questions: {
    en: [
      {
        question: "What happens after the fourteen days?",
        answer: "The lessons close, and that is all. We hold no card of yours, so nothing can renew by itself.",
      },
      {
        question: "Do I have to know anything beforehand?",
        answer:
          "No. The first lesson begins with “hello”. If you know more, the test at the start tells you where to begin.",
      },
      {
        question: "Will somebody ring me up?",
        answer: "No, we do not even ask for your number. If you would like to talk, ours is on this page.",
      },
    ],
    "zh-CN": [
      { question: "十四天之后会怎样？", answer: "课程关闭，就这样。我们没有你的银行卡，不可能自动续费。" },
      {
        question: "需要有基础吗？",
        answer: "不需要，第一课从“你好”开始。如果你已经会一些，开始前的小测试会告诉你从哪里学起。",
      },
      { question: "会有人打电话来吗？", answer: "不会，我们连电话号码都不问。想聊聊的话，我们的电话就在这一页上。" },
    ],
  },
  lengthDays: 14,
  stock: 200,
  period: "month",
  zone,
  url: "https://lantern.example/lessons",
};

/** A limited offer, which is bought. */
export const eveningTimetable: Offer = {
  name: "evening-timetable",
  kind: "limited",
  title: { en: "This month's evening timetable", "zh-CN": "本月晚间小班" },
  headline: { en: "Evenings with eight people and one teacher", "zh-CN": "晚间小班：八位同学，一位老师" },
  summary: {
    en: "Three evenings this month, and groups so small that everybody speaks in every lesson.",
    "zh-CN": "本月三个晚上可选。人少，每节课每个人都能开口。",
  },
  reason: {
    en: "We teach in groups of eight, because with more somebody stays silent. There are three evenings, which makes 24 seats and not one more.",
    "zh-CN": "每班只收八个人，再多就总有人没机会说话。一共三个晚上，加起来就是二十四个座位，多一个也坐不下。",
  },
  includes: {
    en: [
      "One evening a week, the same teacher and the same faces",
      "You choose the evening: Monday, Wednesday or Thursday",
      "Missed one? The recording is there the next day",
    ],
    "zh-CN": ["每周一晚，老师和同学都固定", "周一、周三、周四，任选一晚", "有一晚来不了？第二天就能看回放"],
  },
  questions: {
    en: [
      {
        question: "What if the group does not suit me?",
        answer: "Tell us after the first evening and you get the full price back. The books stay with you.",
      },
    ],
    "zh-CN": [{ question: "如果觉得小班不适合我呢？", answer: "上完第一晚告诉我们，全额退款，书归你。" }],
  },
  gift: {
    en: "Two free books for whoever enrols this month",
    "zh-CN": "本月报名送两本书",
  },
  price: { amountMinor: 16900, currency: "EUR" },
  stock: 24,
  period: "month",
  zone,
  productIds: ["evening-course"],
  url: "https://lantern.example/evenings",
};
