import type { GateWords } from "./problem-details.ts";

/** What everything that keeps a template from being published says in Chinese. */
export const problemWordsZh: GateWords = {
  layout: ({ layout }) => `没有 ${layout} 这个版式。请添加它，或改用别的版式。`,
  "missing-body": () => "template.yaml 旁边缺少 en.mjml。请补上。",
  yaml: ({ what }) => `这一行不是有效的 YAML（${what}）。请检查缩进；含有“:”或“#”的文字请加引号。`,
  "yaml-alias": () => "这里不能用别名（*name）。请把内容写全。",
  "unknown-key": ({ keys, where }) => `${where || "文件"}里不认识 ${keys}。请删除，或检查拼写。`,
  manifest: ({ where, what }) => `“${where || "文件"}”缺失或不符合要求：${what}。请参照其他模板填写。`,
  topic: ({ topic, topics }) =>
    `没有名为 ${topic} 的话题；brand.yaml 里有：${topics || "无"}。请选其中之一，或先在那里添加。`,
  "partial-line": () => "调用片段要独占一行。请把 {{> name}} 单独放一行。",
  "partial-name": () => "片段只能直接用名字调用。请写成 {{> signature}} 这样。",
  "unknown-partial": ({ name, known }) => `没有名为“${name}”的片段。请改用：${known || "这里没有可用的片段"}。`,

  "escaped-braces": () => "请删除 {{ 前的反斜杠：邮件里不能把花括号当文字显示。",
  unescaped: () => "{{{ }}} 和 {{& }} 会把未经转义的值放进邮件。请改写成 {{ }}。",
  inverse: () => "这里不用 {{^name}}。请写 {{#unless name}} … {{/unless}}。",
  control: () => "请删除这个看不见的控制字符。",
  "too-many-expressions": ({ most }) => `一个文件最多 ${most} 个表达式。请拆成两封邮件。`,
  syntax: ({ near }) => `“${near}”附近的表达式读不懂。请只写一个变量（如 {{contact.name}}）或一个函数。`,
  unfinished: ({ beginning }) => `“${beginning}”没有写完。请在后面加上 }}。`,
  "crossed-blocks": ({ opened, closed }) => `{{#${opened}}} 被 {{/${closed}}} 关闭了。请按与打开相反的顺序关闭条件块。`,
  statement: () => "不能使用装饰器和片段块。请写 {{> name}}。",
  "unknown-helper": ({ name, near, known }) =>
    `没有名为“${name}”的函数。${near ? `是不是想写 ${near}？` : `请改用：${known}。`}`,
  "helper-arguments": ({ name, example }) => `${name} 请写成这样：${example}。`,
  "helper-type": ({ wanted, example }) => `这里需要 ${wanted} 类型的值。请参照 ${example}。`,
  "helper-option": ({ option, name, known, example }) =>
    `${name} 的选项 ${option} 不对。可用选项：${known || "无"}。请参照 ${example}。`,
  "helper-needs": ({ name, needs, example }) => `${name} 缺少 ${needs}="…"。请参照 ${example}。`,
  "format-instant": ({ name }) => `{{${name}}} 是一个时刻：请写 {{date ${name}}}。`,
  "format-list": ({ name }) => `{{${name}}} 是一个列表：请写 {{#each ${name}}}{{this}}{{/each}}。`,
  "words-call": () => '公用词语要用键名调用：请写 {{t "mail.unsubscribe"}}。',
  "unknown-words": ({ name, near }) =>
    `没有键名为“${name}”的公用词语。${near ? `是不是想写“${near}”？` : "请在 templates/locales 里添加。"}`,
  path: () => "这里请写一个已声明的变量名。",
  "path-data": ({ name }) => `这里不能用 ${name}。请写一个已声明的变量名。`,
  "unknown-variable": ({ name, near }) =>
    `{{${name}}} 不是已声明的变量。${near ? `是不是想写 {{${near}}}？` : "请在 template.yaml 的 variables 里声明，或删除它。"}`,
  "inside-each": ({ name }) => `{{#each}} 里只能用 {{this}}（这一项本身）；请把 {{${name}}} 移到外面。`,

  "unknown-block": ({ name }) => `不认识 {{#${name}}}。请写 {{#if}}、{{#unless}} 或 {{#each}}。`,
  "block-argument": ({ name }) => `{{#${name}}} 后面只能有一个变量。请写成 {{#${name} contact.name}} 这样。`,
  nesting: ({ most }) => `条件块最多嵌套 ${most} 层。请把这一段拆简单些。`,
  "nested-each": () => "{{#each}} 里面不能再放 {{#each}}。请移到外面。",
  "each-list": () => "{{#each}} 需要列表类型的变量。请换一个列表变量，或改写成 {{#if}}。",
  "unclosed-block": ({ block, name }) => `${block} 没有关闭。请在这一段后面加上 {{/${name}}}。`,
  "unopened-block": ({ block }) => `${block} 没有对应的开头。请删除它，或在前面打开条件块；条件块按相反的顺序关闭。`,
  "crossed-block": ({ block, began }) =>
    `${block} 必须放在${began ? `它开始时所在的 <${began}> 里面` : "所有标签之外，也就是它开始的地方"}。请移过去。`,

  script: ({ tag }) => `<${tag}>：邮件客户端会去掉脚本，垃圾邮件过滤器也不喜欢它。请删除。`,
  frame: ({ tag }) => `<${tag}>：邮件客户端不显示内嵌页面。请改成指向该页面的链接。`,
  embedded: ({ tag }) => `<${tag}>：邮件客户端不显示内嵌对象。请改成链接。`,
  form: ({ tag }) => `<${tag}>：表单在多数邮件客户端里不能用。请链接到带表单的网页。`,
  base: () => "<base> 会改变邮件里的所有链接。请删除。",
  "linked-styles": ({ tag }) => `<${tag}>：邮件客户端不加载外部样式表。请改用版式里的 mj-style。`,
  include: ({ tag }) => `<${tag}>：请改为调用片段，把 {{> name}} 单独放一行。`,
  "no-such-component": ({ tag }) => `<${tag}>：这里不能用这个 MJML 组件。请删除。`,
  "inline-styles": () => '请去掉 mj-style 的 inline="inline"：这里不能用。',
  alt: ({ tag }) => `<${tag}> 没有 alt。请用 alt="…" 说明图上是什么；纯装饰的图写 alt=""。`,
  "expression-place": () => "注释和样式里不能放表达式。请移到正文里，或删除。",
  "unquoted-attribute": () => '标签里的表达式必须放在带引号的属性里。请写成 href="{{links.offer}}" 这样。',
  "script-attribute": ({ attribute }) => `请删除 ${attribute}：邮件客户端不运行脚本。`,
  "attribute-expression": ({ attribute, tag }) =>
    `<${tag}> 的 ${attribute} 里不能放表达式。请放在正文、href、src、alt 或 title 里。`,
  address: ({ address }) => `“${address}”不是安全的网址。请写完整的 https:// 网址。`,
  "address-variable": ({ attribute, example = "urls.portal" }) =>
    `${attribute} 只能是一个网址类型的变量，不能有别的内容。请写成 {{${example}}} 这样。`,
  "unclosed-tag": ({ tag }) => `<${tag}> 没有关闭。请加上 </${tag}>。`,
  "unclosed-before": ({ tag, before }) => `<${tag}> 在 </${before}> 之前没有关闭。请加上 </${tag}>。`,
  "unopened-tag": ({ tag }) => `</${tag}> 没有对应的开头。请删除它，或在前面加上 <${tag}>。`,

  "lost-text": ({ words }) => `“${words}”写在组件之间，不会显示。请放进 <mj-text>。`,
  "lost-expression": ({ expression }) => `${expression} 放在这里不会出现在邮件里。请移进 <mj-text>。`,
  "unknown-component": ({ tag, near }) =>
    `没有 <${tag}> 这个组件。${near ? `是不是想写 <${near}>？` : "请检查拼写，或删除它。"}`,
  "misplaced-component": ({ tag, parent, allowed }) =>
    `<${tag}> 不能直接放在 <${parent}> 里。请放进 ${allowed.map((name) => `<${name}>`).join(" 或 ")}。`,
  "unknown-attribute": ({ tag, attribute }) => `<${tag}> 没有 ${attribute} 这个属性。请检查拼写，或删除它。`,
  mjml: ({ tag, what }) => `<${tag}> 读不懂：${what}。请对照其他模板检查。`,

  "grows-too-large": ({ kilobytes }) => `遇到很长的值时，这封邮件会超过 ${kilobytes} KB。请缩短。`,
  "too-large": ({ kilobytes, most, styles, addresses, outlook, words, tags }) =>
    `HTML 有 ${kilobytes} KB；超过 ${most} KB 的部分会被 Gmail 隐藏。其中样式 ${styles}、标签 ${tags}、Outlook 专用 ${outlook}、文字 ${words}、网址 ${addresses} KB。请先缩短这一处。`,
  sample: ({ names }) => `${names} 的示例值缺失或类型不对。请在 template.yaml 里改正。`,
  "empty-subject": () => "遇到某些值时主题会是空的。请加上固定的文字。",
  leftover: ({ leftover }) => `邮件里会显示“${leftover}”。请找到写出它的表达式，换用合适的函数。`,
  "no-text": () => "纯文本部分是空的。请把邮件内容写进 <mj-text>。",
  "link-not-in-text": ({ address }) => `纯文本部分缺少链接 ${address}。请把它放进 <mj-button> 或 <mj-text>。`,
  "postal-address": ({ footer }) =>
    `营销邮件必须写明邮寄地址。请加上 {{brand.postalAddress}}，或在末尾调用 {{> ${footer}}}。`,
  unsubscribe: ({ footer }) =>
    `营销邮件必须能退订。请加上指向 {{urls.unsubscribe}} 的链接，或在末尾调用 {{> ${footer}}}。`,
};
