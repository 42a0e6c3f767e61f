/** What the form says in one language; the same words as on the landing page, whose version the receipts name. */
export interface FormWords {
  version: string;
  email: string;
  name: string;
  optional: string;
  consent: (brand: string) => string;
  send: string;
}

export const formWords: Record<"en" | "zh-CN", FormWords> = {
  en: {
    version: "2026-11",
    email: "Email address",
    name: "First name",
    optional: "optional",
    consent: (brand) =>
      `${brand} may also write to me during and after the trial: a few letters about my lessons and the offers of the month. I can stop them with one click.`,
    send: "Begin the free trial",
  },
  "zh-CN": {
    version: "2026-11",
    email: "邮箱地址",
    name: "怎么称呼你",
    optional: "选填",
    consent: (brand) => `试学期间和之后，${brand}也可以给我写几封信，讲讲课程和当月的优惠。我点一下就能停掉。`,
    send: "开始免费试用",
  },
};
