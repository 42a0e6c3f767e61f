import type { Words } from "../words/language.tsx";

const en = {
  title: "Sign-up form",
  intro: "For your own site: whoever fills it in gets the confirmation mail, as on the landing page.",
  offer: "Offer",
  offerText: "Its name in the programme; empty for the one on the front page.",
  offerWrong: "Small letters, digits and hyphens only.",
  language: "Language of the form",
  languageText: "The mails follow it.",
  script: "One script tag",
  scriptText:
    "Puts the form where the tag stands, in the style of your page, and passes on where the visitor came from. It sets no cookie. If your site has a content security policy, allow this address in script-src and form-action.",
  plain: "A plain form",
  plainText:
    "Works without scripts and may be changed: keep the names of the fields. If you change the words beside the box, take out the field consent.version, because the receipt names the words by it.",
  copy: "Copy",
  copied: "Copied",
};

const zhCN: typeof en = {
  title: "报名表单",
  intro: "放在您自己的网站上：填写的人会像在落地页上一样收到确认邮件。",
  offer: "优惠",
  offerText: "方案中的名称；留空则为首页上的优惠。",
  offerWrong: "只能用小写字母、数字和连字符。",
  language: "表单语言",
  languageText: "邮件也用这种语言。",
  script: "一个脚本标签",
  scriptText:
    "在标签所在处显示表单，沿用您页面的样式，并记下访客从哪里来。不设置 Cookie。若您的网站有内容安全策略，请在 script-src 和 form-action 中允许此地址。",
  plain: "普通表单",
  plainText:
    "不需要脚本，可以改动，但请保留字段名称。若改动勾选框旁的文字，请删去 consent.version 字段，因为凭据用它指明文字。",
  copy: "复制",
  copied: "已复制",
};

export const formRoomWords: Words<typeof en> = { en, "zh-CN": zhCN };
