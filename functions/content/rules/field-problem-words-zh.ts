import type { FieldWords } from "./field-details.ts";

/** What every problem of a field says in Chinese. */
export const fieldProblemWordsZh: FieldWords = {
  "field-name": ({ name }) => `栏目名不能是“${name}”。请用小写字母、数字和连字符，并以字母开头。`,
  "field-twice": ({ name }) => `栏目“${name}”在这封邮件里声明了两次。请给其中一个改名。`,
  "field-element": ({ name, tag }) =>
    `<${tag}> 不能作为栏目“${name}”。请用标题、段落、<mj-text>、<mj-image> 或 <mj-button>，或者在里面放这样的栏目，使它成为列表。`,
  "field-nesting": ({ name }) => `列表“${name}”放在了另一个列表里。请移到外面。`,
  "field-block": ({ name }) => `栏目“${name}”里有 {{#if}} 之类的条件块，无法在表单里填写。请移到栏目外面。`,

  "field-kind": ({ label }) => `“${label}”里填的内容与栏目类型不符。请重新填写。`,
  "field-empty": ({ label }) => `“${label}”是空的。版式需要它，请填写。`,
  "field-items": ({ label, most }) => `“${label}”最多放 ${most} 项。请删去一些。`,
  "field-braces": ({ label, braces }) =>
    `“${label}”里的“${braces}”不是值。请写一个变量（如 {{contact.name}}），或去掉花括号。`,
  "field-tag": ({ label, tags }) =>
    `“${label}”里不能有 ${tags.map((tag) => `<${tag}>`).join("、")}，只保留其中的文字。请只用段落、列表、加粗、斜体和链接。`,
  "field-too-long": ({ label, length, most }) => `“${label}”有 ${length} 个字，版式只放得下 ${most} 个。请缩短。`,
  "field-unknown": ({ name }) => `“${name}”填了内容，但这个版式没有这个栏目。内容会保留但不显示；不需要的话请删除。`,
};
