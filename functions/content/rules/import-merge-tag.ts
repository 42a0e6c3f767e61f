import { type ImportedName, type ImportedTag, importedPath } from "./import-tag.ts";

/** Mailchimp's tags that say what we have a variable for. */
const KNOWN: Readonly<Record<string, ImportedName>> = {
  FNAME: { name: "contact.name", type: "name" },
  NAME: { name: "contact.name", type: "name" },
  FULLNAME: { name: "contact.name", type: "name" },
  MERGE1: { name: "contact.name", type: "name" },
  UNSUB: { name: "urls.unsubscribe", type: "url" },
  UPDATE_PROFILE: { name: "urls.preferences", type: "url" },
  "LIST:ADDRESS": { name: "brand.postalAddress", type: "text" },
  "LIST:ADDRESSLINE": { name: "brand.postalAddress", type: "text" },
  "HTML:LIST_ADDRESS_HTML": { name: "brand.postalAddress", type: "text" },
  LIST_ADDRESS: { name: "brand.postalAddress", type: "text" },
  "LIST:COMPANY": { name: "brand.name", type: "text" },
  "LIST:NAME": { name: "brand.name", type: "text" },
  "LIST:PHONE": { name: "brand.phone", type: "text" },
};

/** Tags whose name is in use for something of Mailchimp's own, which nothing here provides. */
const THEIR_OWN = new Set(["ARCHIVE", "EMAIL", "CURRENT_YEAR", "REWARDS", "FORWARD", "UNIQID", "CAMPAIGN_UID"]);

const FIELD = /^[A-Z][A-Z0-9_]{0,30}$/;

/** What `*|…|*` means. */
export function importMergeTag(inside: string): ImportedTag {
  const tag = inside.trim();
  const block = /^(IFNOT|IF|ELSEIF|ELSE|END)\b:?\s*(.*)$/s.exec(tag);
  if (block) {
    return importCondition(block[1] ?? "", block[2]?.trim() ?? "");
  }
  if (tag === "MC:SUBJECT") {
    return { is: "subject" };
  }
  // The layout shows the preview line by itself.
  if (tag === "MC_PREVIEW_TEXT") {
    return { is: "nothing" };
  }
  const of = fieldOf(tag);
  return of ? { is: "value", of } : { is: "nothing", remark: "merge-tag" };
}

function importCondition(word: string, about: string): ImportedTag {
  if (word === "END") {
    return { is: "close" };
  }
  if (word === "ELSE") {
    return { is: "else" };
  }
  const of = fieldOf(about);
  if (word === "ELSEIF") {
    return of ? { is: "else", of } : { is: "nothing", remark: "comparison" };
  }
  const block = word === "IF" ? "if" : "unless";
  return of ? { is: "open", block, of } : { is: "nothing", remark: "comparison", opens: true };
}

function fieldOf(tag: string): ImportedName | undefined {
  const known = Object.hasOwn(KNOWN, tag) ? KNOWN[tag] : undefined;
  if (known) {
    return known;
  }
  const name = FIELD.test(tag) && !THEIR_OWN.has(tag) ? importedPath(["merge", tag]) : undefined;
  return name ? { name, type: "text" } : undefined;
}
