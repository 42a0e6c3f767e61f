import type { AdviceWords } from "./advice-details.ts";
import type { SupportFeature } from "./client-support.ts";
import type { PhraseReason } from "./spam-phrases.ts";

/** What every advice says in Chinese. */
export const adviceWordsZh: AdviceWords = {
  "unused-variable": ({ name }) => `变量 ${name} 声明了却没有用到。请用上它，或删除它。`,
  "missing-locale": () => "还没有中文正文：中文读者会收到英文邮件。如果有中文读者，请添加中文。",

  "long-subject": ({ most }) => `手机只能显示这个主题的前 ${most / 2} 个汉字左右。请缩短。`,
  "misleading-subject": ({ prefix }) => `“${prefix}：”假装是回复或转发，读者会觉得受骗，有些国家也不允许。请删除。`,
  "shouted-subject": () => "全部大写读起来像在喊叫，过滤器也会扣分。请按普通句子书写。",
  "exclamation-marks": () => "连用感叹号像垃圾邮件。请最多保留一个。",
  "no-preheader": () => "没有预览行时，收件箱会随便显示邮件开头的内容。请写一句。",
  "long-preheader": ({ most }) => `收件箱最多显示预览行的前 ${most / 2} 个汉字左右。请缩短。`,
  "repeated-preheader": () => "预览行和主题一样。请用它补充主题没说完的话。",

  "spam-phrase": ({ phrase, reason }) => `“${phrase}”${REASONS[reason]}请换成自己平实的说法。`,
  "empty-link": () => "这个链接没有文字，看不见，读屏时只会念网址。请写明它通向哪里。",
  "vague-link": ({ words }) => `“${words}”没有说明链接通向哪里，略读或听读的人无从知道。请写明那里有什么。`,
  "bare-address": ({ address }) => `网址 ${address} 直接写在了文字里。请换成带文字的链接。`,
  "alt-of-link": () => "这张图是链接，alt 却是空的：不显示图片时没人知道它通向哪里。请在 alt 里说明。",
  "alt-file-name": ({ alt }) => `alt“${alt}”是文件名。请说明图上是什么。`,
  "alt-picture-of": ({ alt }) => `读屏时“${alt}”前面已经会念“图像”。请去掉开头几个字。`,
  "alt-too-long": ({ length, most }) =>
    `这个 alt 有 ${length} 个字符；读屏软件适合 ${most} 个以内。请把其余内容写进正文。`,

  "client-support": ({ feature, clients }) =>
    `${FEATURES[feature][0]}：${clients.join("、")} 不显示。${FEATURES[feature][1]}`,
  "near-limit": ({ kilobytes, most, styles, addresses, outlook, words, tags }) =>
    `HTML 有 ${kilobytes} KB，上限是 ${most} KB：样式 ${styles}、标签 ${tags}、Outlook 专用 ${outlook}、文字 ${words}、网址 ${addresses} KB。请先缩短这一处。`,
  "dark-text": ({ color }) =>
    `颜色为 ${color} 的文字没有自己的底色，在深色模式下看不清。请给它加背景色，或让版式决定颜色。`,
  "dark-logo": ({ name }) => `如果 ${name} 是透明底的深色图，在深色模式下会看不见。请换成带浅色描边或底色的图。`,
  "color-scheme": () =>
    '版式没有说明适用的颜色模式，邮件软件会随意反色。请在它的 <mj-raw> 里加上 <meta name="color-scheme" content="light dark">。',
};

const REASONS: Readonly<Record<PhraseReason, string>> = {
  pressure: "像诈骗邮件一样催人，过滤器也认得。",
  money: "许诺金钱，过滤器会重重扣分。",
  "too-good": "好得不像真的，读者和过滤器都不信。",
  pretence: "正是垃圾邮件常用的自我辩解。",
  unasked: "像群发邮件一样发号施令。",
  superlative: "属于《广告法》第九条禁止的绝对化用语。",
};

/** What is left out, and what to do instead. */
const FEATURES: Readonly<Record<SupportFeature, readonly [string, string]>> = {
  position: ["position 定位", "请改用分栏。"],
  flex: ["弹性布局（flex）", "请改用 <mj-column> 或 <mj-group>。"],
  grid: ["网格布局（grid）", "请改用 <mj-section> 和 <mj-column>。"],
  float: ["浮动（float）", "请把两边分别放进分栏。"],
  "background-image": ["样式里的背景图", "请改用 <mj-section> 的 background-url，并在后面垫一个背景色。"],
  gradient: ["渐变色", "请在前面先写一个纯色背景。"],
  "web-fonts": ["网络字体", "请在后面写上常用字体作后备。"],
  import: ["@import 引入的样式", "请写进版式的 <mj-style>。"],
  animation: ["动画", "请让第一帧就说清楚，或改用 GIF。"],
  transform: ["变形（transform）", "请直接使用处理好的图片。"],
  filter: ["滤镜（filter）", "请直接使用处理好的图片。"],
  "object-fit": ["object-fit 裁切", "请使用裁好尺寸的图片。"],
  variables: ["CSS 变量", "请直接写出数值。"],
  calc: ["计算出的尺寸", "请用 px 或 % 写明尺寸。"],
  rem: ["rem 单位", "请改用 px。"],
  nesting: ["嵌套的样式", "请把规则逐条写开。"],
  video: ["视频", "请放一张通向视频的图片。"],
  audio: ["音频", "请改成链接。"],
  svg: ["邮件里的 SVG", "请用 <mj-image> 放 PNG 图片。"],
  "svg-picture": ["SVG 图片", "请改用 PNG。"],
  webp: ["WebP 图片", "请改用 PNG 或 JPEG。"],
  avif: ["AVIF 图片", "请改用 PNG 或 JPEG。"],
  srcset: ["多种尺寸的图片", "请只用一张两倍大小的图片。"],
  controls: ["表单控件", "请链接到带表单的网页。"],
  carousel: ["轮播", "请让第一张图就说清楚，或并排放两张。"],
  accordion: ["折叠", "请确保全部展开时也好读，或链接到其余内容。"],
};
