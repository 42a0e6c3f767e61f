import { type ImportedName, type ImportedTag, importedPath } from "./import-tag.ts";

const PATH = /^[A-Za-z_][\w-]*(\.(\[[\w -]+\]|[\w-]+)|\[\d+\])*$/;
const BLOCK = /^#\s*(if|unless|each)\s+(\S+)$/;

/** What one {{…}} of SES or Pinpoint means. */
export function importExpression(raw: string): ImportedTag {
  const inside = raw.replace(/^\{+~?|~?\}+$/g, "").trim();
  if (inside.startsWith("!")) {
    return { is: "nothing" };
  }
  if (inside.startsWith("/")) {
    return { is: "close" };
  }
  const block = BLOCK.exec(inside);
  if (block) {
    return importBlock(block[1] ?? "", block[2] ?? "");
  }
  if (/^[#^]./.test(inside)) {
    return { is: "nothing", remark: "block", opens: true };
  }
  return /^(else\b|\^$)/.test(inside) ? importElse(inside) : importValue(raw, inside);
}

function importBlock(name: string, path: string): ImportedTag {
  const of = nameOf(path);
  if (!of) {
    return { is: "nothing", remark: "block", opens: true };
  }
  if (name === "each") {
    return { is: "open", block: "each", of: { ...of, type: "list" } };
  }
  return { is: "open", block: name === "if" ? "if" : "unless", of };
}

function importElse(inside: string): ImportedTag {
  if (inside === "else" || inside === "^") {
    return { is: "else" };
  }
  const of = nameOf(/^else\s+if\s+(\S+)$/.exec(inside)?.[1] ?? "");
  return of ? { is: "else", of } : { is: "nothing", remark: "comparison" };
}

function importValue(raw: string, inside: string): ImportedTag {
  const isUnescaped = /^\{\{~?\{/.test(raw) || inside.startsWith("&");
  const path = inside.replace(/^&\s*/, "");
  if (/^(this|\.|@index|@first|@last)$/.test(path)) {
    return { is: "item", raw: `{{${path === "." ? "this" : path}}}` };
  }
  const of = nameOf(path);
  if (!of) {
    return { is: "nothing", remark: path.startsWith("this.") ? "list-item" : "helper" };
  }
  return isUnescaped ? { is: "value", of, remark: "unescaped" } : { is: "value", of };
}

function nameOf(path: string): ImportedName | undefined {
  if (!PATH.test(path) || path.length > 200 || /^this\b/.test(path)) {
    return undefined;
  }
  const segments = path.replace(/\[\d+\]/g, "").split(".");
  const own = segments.map((each) => each.replace(/[[\]]/g, "")).filter(Boolean);
  // Pinpoint knows a person's attributes in two places, which are one here.
  const kept = own.filter((segment) => segment !== "User");
  const plain = kept.map((segment) => (segment === "UserAttributes" ? "Attributes" : segment));
  if (/^(Attributes\.)?(first_?name|full_?name|name)$/i.test(plain.join("."))) {
    return { name: "contact.name", type: "name" };
  }
  const name = importedPath(plain);
  return name ? { name, type: "text" } : undefined;
}
