import type { FieldWords } from "./field-details.ts";

/** What every problem of a field says in English. */
export const fieldProblemWordsEn: FieldWords = {
  "field-name": ({ name }) =>
    `A field cannot be named "${name}". Use lower-case letters, digits and hyphens, beginning with a letter.`,
  "field-twice": ({ name }) => `The field "${name}" is declared twice in this mail. Give one of them another name.`,
  "field-element": ({ name, tag }) =>
    `<${tag}> cannot be the field "${name}". Use a heading, a paragraph, <mj-text>, <mj-image> or <mj-button>, or put such fields inside it to make it a list.`,
  "field-nesting": ({ name }) => `The list "${name}" stands inside another list. Move it outside.`,
  "field-block": ({ name }) =>
    `The field "${name}" holds {{#if}} or the like, which cannot be filled in a form. Move it outside the field.`,

  "field-kind": ({ label }) => `What is filled into "${label}" is of another kind than the field. Fill it in again.`,
  "field-empty": ({ label }) => `"${label}" is empty. Write something, because the design needs it.`,
  "field-items": ({ label, most }) => `"${label}" has room for ${most} at most. Remove some.`,
  "field-braces": ({ label, braces }) =>
    `"${braces}" in "${label}" is not a value. Write one variable, such as {{contact.name}}, or remove the braces.`,
  "field-tag": ({ label, tags }) =>
    `"${label}" cannot hold ${tags.map((tag) => `<${tag}>`).join(", ")}; only its words are kept. Write it with paragraphs, lists, strong and emphasized words and links.`,
  "field-too-long": ({ label, length, most }) =>
    `"${label}" has ${length} letters, and the design has room for ${most}. Shorten it.`,
  "field-unknown": ({ name }) =>
    `Something is filled into "${name}", which this design does not have. It is kept and not shown; remove it if it is not needed.`,
};
