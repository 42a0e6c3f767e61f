/** Why a phrase does a mail no good; the sentences for each are among the words. */
export type PhraseReason = "pressure" | "money" | "too-good" | "pretence" | "unasked" | "superlative";

/**
 * Phrases that content filters weigh and readers distrust, as SpamAssassin's body rules and the advice of large mailbox
 * providers name them; in Chinese also the superlatives that article 9 of the Advertising Law forbids. Own selection of
 * 2026-11; none of them alone makes a mail spam.
 */
export const SPAM_PHRASES: Readonly<Record<PhraseReason, readonly string[]>> = {
  pressure: [
    ...[
      "act now",
      "urgent reply",
      "don't delete",
      "do not delete",
      "while supplies last",
      "final notice",
      "once in a lifetime",
    ],
    ...["立即行动", "再不抢就没了", "错过等一年", "最后警告", "过时不候"],
  ],
  money: [
    ...[
      "cash bonus",
      "extra income",
      "make money",
      "earn money fast",
      "get paid",
      "double your",
      "$$$",
      "million dollars",
    ],
    ...["日赚", "月入过万", "躺赚", "轻松赚钱", "返现", "代开发票", "低息贷款", "刷单"],
  ],
  "too-good": [
    ...["100% free", "risk-free", "risk free", "no obligation", "no strings attached", "guaranteed income", "miracle"],
    ...["you have won", "you are a winner", "free gift", "amazing deal"],
    ...["100%免费", "百分百免费", "稳赚不赔", "零风险", "恭喜您中奖", "恭喜你中奖", "中奖啦", "免费领取"],
  ],
  pretence: [
    ...["this is not spam", "this isn't spam", "not junk", "dear friend", "you registered with a partner"],
    ...["这不是垃圾邮件", "亲爱的朋友"],
  ],
  unasked: [
    ...["click below", "order now", "buy now", "call now", "apply now", "sign up free"],
    ...["点击领取", "马上抢购", "立即抢购", "疯抢", "加微信", "加我微信"],
  ],
  superlative: ["国家级", "最高级", "全网最低", "史上最低", "全球第一", "全国第一", "第一品牌", "独一无二"],
};
