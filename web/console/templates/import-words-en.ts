import type { ImportRemark } from "../../api/schema.d.ts";

const remarks: Record<ImportRemark["code"], (what: string) => string> = {
  tag: (what) => `${what} was left out: mail programs do not show it.`,
  attribute: (what) => `${what} was left out: it does nothing in a mail, or is not safe there.`,
  address: (what) => `${what} was left out: it is not a whole https:// address.`,
  "joined-link": (what) => `${what}: an address is one variable here. Whoever sends this email fills it as a whole.`,
  comment: (what) => `${what} was left out: it was meant for old Outlook only.`,
  "style-sheet": (what) =>
    what === "<style>"
      ? "The style sheet came along, but some mail programs ignore it. What matters should stand in style attributes."
      : "The style sheet was left out: it loads others or has values in it.",
  "merge-tag": (what) => `${what} was left out: nothing here says the same.`,
  comparison: (what) => `${what}: comparisons are not possible here. Everybody sees what depended on it.`,
  block: (what) => `${what}: this kind of block is not possible here. Everybody sees what was in it.`,
  unbalanced: (what) => `${what} was left out: it has no counterpart.`,
  "list-item": (what) => `${what} was left out: inside a list only the line itself can be shown.`,
  helper: (what) => `${what} was left out: there is no such helper here. Write a helper of ours in its place.`,
  unescaped: (what) => `${what} is escaped now: a value never brings markup of its own.`,
  "text-part": () => "The text part did not come along: it is always made from the HTML.",
  footer: () => "Our footer was added, because the unsubscribe link or the postal address is missing.",
  "no-subject": () => "There is no subject yet. Write one before publishing.",
};

export const importWordsEn = {
  open: "Import",
  title: "Import an email",
  intro:
    "From Mailchimp, Amazon SES or Pinpoint, or plain HTML. You see what becomes of it; nothing is saved until you say so.",
  name: "What the email is called",
  id: "Name in links and files",
  idHelp: "Small letters, digits and hyphens. It cannot be changed later.",
  kind: "Kind",
  content: "HTML or exported JSON",
  file: "Choose a file",
  tooLong: "This file is too long for an email.",
  look: "See what becomes of it",
  lookFailed: "It could not be read",
  refusals: {
    "nothing-to-import": "There is no email in it. Paste HTML, or the JSON that was exported.",
    "import-too-large": "It is too long for a draft, or has more parts than any email would. Shorten it and try again.",
  } as Record<string, string>,
  result: "What becomes of it",
  report: (count: number) =>
    count === 0
      ? "Everything came along"
      : count === 1
        ? "1 thing did not come along as it was"
        : `${count} things did not come along as they were`,
  remarks,
  gate: "Before it can be published",
  gateClear: "The publish gate has nothing against it",
  variables: "Variables it needs",
  variablesHelp: "Whoever sends this email must bring these; until then samples stand in for them.",
  save: "Save as a draft",
  saved: "Saved as a draft",
  taken: "An email of this name exists already. Choose another name.",
};
