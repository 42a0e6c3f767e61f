import type { GateWords } from "./problem-details.ts";

/** What everything that keeps a template from being published says in English. */
export const problemWordsEn: GateWords = {
  layout: ({ layout }) => `There is no ${layout}. Add it, or name another layout.`,
  "missing-body": () => "en.mjml is missing beside template.yaml. Add it.",
  yaml: ({ what }) =>
    `This line is not valid YAML (${what}). Check the indentation, and put texts with ":" or "#" in quotes.`,
  "yaml-alias": () => "Aliases (*name) cannot be used here. Write the value out.",
  "unknown-key": ({ keys, where }) =>
    `${keys} is not known here (in ${where || "the file"}). Remove it or check its spelling.`,
  manifest: ({ where, what }) =>
    `"${where || "the file"}" is missing or not as expected: ${what}. Write it as in the other templates.`,
  topic: ({ topic, topics }) =>
    `No topic is named ${topic}; brand.yaml has ${topics || "none"}. Name one of these, or add it there.`,
  "partial-line": () => "A partial is called on a line of its own. Put {{> name}} on its own line.",
  "partial-name": () => "A partial is called by its plain name. Write it as in {{> signature}}.",
  "unknown-partial": ({ name, known }) =>
    `There is no partial "${name}". Call one of these: ${known || "there are none here"}.`,

  "escaped-braces": () => "Remove the backslash before {{: braces cannot be shown as text in a mail.",
  unescaped: () => "{{{ }}} and {{& }} would put a value into the mail unescaped. Write {{ }} instead.",
  inverse: () => "{{^name}} is not used here. Write {{#unless name}} … {{/unless}}.",
  control: () => "Remove this invisible control character.",
  "too-many-expressions": ({ most }) => `A file may hold at most ${most} expressions. Split it into two mails.`,
  syntax: ({ near }) =>
    `The expression near "${near}" cannot be read. Write one variable, such as {{contact.name}}, or one helper.`,
  unfinished: ({ beginning }) => `"${beginning}" is not finished. Add }} behind it.`,
  "crossed-blocks": ({ opened, closed }) =>
    `{{#${opened}}} is closed by {{/${closed}}}. Close the blocks in the reverse order of opening them.`,
  statement: () => "Decorators and partial blocks cannot be used. Write {{> name}}.",
  "unknown-helper": ({ name, near, known }) =>
    `There is no helper "${name}". ${near ? `Did you mean ${near}?` : `Write one of these: ${known}.`}`,
  "helper-arguments": ({ name, example }) => `Write ${name} like this: ${example}.`,
  "helper-type": ({ wanted, example }) => `Write a ${wanted} here, as in ${example}.`,
  "helper-option": ({ option, name, known, example }) =>
    `The option ${option} of ${name} is not right. Options: ${known || "none"}; write it as in ${example}.`,
  "helper-needs": ({ name, needs, example }) => `${name} needs ${needs}="…". Write it as in ${example}.`,
  "format-instant": ({ name }) => `{{${name}}} is a point in time: write {{date ${name}}}.`,
  "format-list": ({ name }) => `{{${name}}} is a list: write {{#each ${name}}}{{this}}{{/each}}.`,
  "words-call": () => 'Shared words are called by their key: write {{t "mail.unsubscribe"}}.',
  "unknown-words": ({ name, near }) =>
    `There are no shared words "${name}". ${near ? `Did you mean "${near}"?` : "Add them to templates/locales."}`,
  path: () => "Use the name of a declared variable here.",
  "path-data": ({ name }) => `${name} cannot be used here. Use the name of a declared variable.`,
  "unknown-variable": ({ name, near }) =>
    `{{${name}}} is not a declared variable. ${near ? `Did you mean {{${near}}}?` : "Declare it in template.yaml under variables, or remove it."}`,
  "inside-each": ({ name }) =>
    `Inside {{#each}} only {{this}} (the line itself) can be used; move {{${name}}} outside the block.`,

  "unknown-block": ({ name }) => `{{#${name}}} is not known. Write {{#if}}, {{#unless}} or {{#each}}.`,
  "block-argument": ({ name }) => `{{#${name}}} takes exactly one variable. Write it as in {{#${name} contact.name}}.`,
  nesting: ({ most }) => `Blocks may stand at most ${most} deep. Split this part into simpler ones.`,
  "nested-each": () => "An {{#each}} cannot stand inside another {{#each}}. Move it outside.",
  "each-list": () => "{{#each}} needs a variable of the type list. Name one, or write {{#if}}.",
  "unclosed-block": ({ block, name }) => `${block} is never closed. Add {{/${name}}} after the part it is about.`,
  "unopened-block": ({ block }) =>
    `${block} closes nothing. Remove it, or open the block before. Blocks close in reverse order.`,
  "crossed-block": ({ block, began }) =>
    `${block} must stand ${began ? `inside the <${began}> where it began` : "outside all tags, where it began"}. Move it there.`,

  script: ({ tag }) => `<${tag}>: Mail clients remove scripts, and spam filters dislike them. Remove it.`,
  frame: ({ tag }) => `<${tag}>: Mail clients do not show frames. Link to the page instead.`,
  embedded: ({ tag }) => `<${tag}>: Mail clients do not show embedded objects. Link to them instead.`,
  form: ({ tag }) => `<${tag}>: Forms do not work in most mail clients. Link to a page with the form instead.`,
  base: () => "<base> would change every link of the mail. Remove it.",
  "linked-styles": ({ tag }) =>
    `<${tag}>: Style sheets from elsewhere are not loaded by mail clients. Use mj-style in the layout.`,
  include: ({ tag }) => `<${tag}>: Call a partial instead: {{> name}} on a line of its own.`,
  "no-such-component": ({ tag }) => `<${tag}>: This MJML component is not available here. Remove it.`,
  "inline-styles": () => 'Leave out inline="inline" of mj-style: it is not available.',
  alt: ({ tag }) => `<${tag}> has no alt. Say in alt="…" what it shows, or write alt="" if it only decorates.`,
  "expression-place": () => "An expression cannot stand in a comment or in styles. Move it into the text or remove it.",
  "unquoted-attribute": () =>
    'Inside a tag, an expression must stand in a quoted attribute. Write it as in href="{{links.offer}}".',
  "script-attribute": ({ attribute }) => `Remove ${attribute}: mail clients do not run scripts.`,
  "attribute-expression": ({ attribute, tag }) =>
    `An expression cannot stand in ${attribute} of <${tag}>. Use it in the text, href, src, alt or title.`,
  address: ({ address }) => `"${address}" leads nowhere safe. Write a full https:// address.`,
  "address-variable": ({ attribute, example = "urls.portal" }) =>
    `${attribute} must be one variable of the type url and nothing else. Write it as in {{${example}}}.`,
  "unclosed-tag": ({ tag }) => `<${tag}> is never closed. Add </${tag}>.`,
  "unclosed-before": ({ tag, before }) => `<${tag}> is not closed before </${before}>. Add </${tag}>.`,
  "unopened-tag": ({ tag }) => `</${tag}> closes nothing. Remove it or open <${tag}> before.`,

  "lost-text": ({ words }) => `"${words}" stands between components, where it is not shown. Put it into <mj-text>.`,
  "lost-expression": ({ expression }) =>
    `${expression} does not reach the mail from where it stands. Move it into <mj-text>.`,
  "unknown-component": ({ tag, near }) =>
    `There is no component <${tag}>. ${near ? `Did you mean <${near}>?` : "Check its spelling or remove it."}`,
  "misplaced-component": ({ tag, parent, allowed }) =>
    `<${tag}> cannot stand directly in <${parent}>. Put it into ${allowed.map((name) => `<${name}>`).join(" or ")}.`,
  "unknown-attribute": ({ tag, attribute }) =>
    `<${tag}> has no attribute ${attribute}. Check its spelling or remove it.`,
  mjml: ({ tag, what }) => `<${tag}> cannot be read: ${what}. Compare it with the other templates.`,

  "grows-too-large": ({ kilobytes }) => `With long values this mail grows beyond ${kilobytes} KB. Shorten it.`,
  "too-large": ({ kilobytes, most, styles, addresses, outlook, words, tags }) =>
    `The HTML is ${kilobytes} KB; beyond ${most} KB Gmail hides the rest. It is made of styles ${styles}, tags ${tags}, Outlook's own ${outlook}, words ${words}, addresses ${addresses} KB. Shorten it here first.`,
  sample: ({ names }) => `The sample of ${names} is missing or of the wrong type. Mend it in template.yaml.`,
  "empty-subject": () => "The subject is empty for some values. Give it words of its own.",
  leftover: ({ leftover }) =>
    `The mail would show "${leftover}". Find the expression that writes it and use the right helper.`,
  "no-text": () => "The text part is empty. Put what the mail says into <mj-text>.",
  "link-not-in-text": ({ address }) =>
    `The link ${address} is missing from the text part. Put it into <mj-button> or <mj-text>.`,
  "postal-address": ({ footer }) =>
    `Marketing mail must show the postal address. Add {{brand.postalAddress}}, or call {{> ${footer}}} at the end.`,
  unsubscribe: ({ footer }) =>
    `Marketing mail must let people stop. Add a link to {{urls.unsubscribe}}, or call {{> ${footer}}} at the end.`,
};
