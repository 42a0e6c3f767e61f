import { nearestName } from "./nearest-name.ts";

const COMPONENTS = [
  "mj-section",
  "mj-column",
  "mj-text",
  "mj-button",
  "mj-image",
  "mj-divider",
  "mj-spacer",
  "mj-table",
  "mj-raw",
  "mj-wrapper",
  "mj-group",
  "mj-hero",
  "mj-social",
  "mj-social-element",
  "mj-head",
  "mj-body",
  "mj-attributes",
  "mj-style",
  "mj-title",
];

/** Says an MJML validation error in words that tell what to change. */
export function sayMjmlError(error: { tagName: string; message: string }): string {
  const unknown = /^Element (\S+) doesn't exist/.exec(error.message)?.[1];
  if (unknown) {
    const near = nearestName(unknown, COMPONENTS);
    return `There is no component <${unknown}>. ${near ? `Did you mean <${near}>?` : "Check its spelling or remove it."}`;
  }
  const misplaced = /^(\S+) cannot be used inside (\S+), only inside: (.+)$/.exec(error.message);
  if (misplaced) {
    const [, child, parent, parents = ""] = misplaced;
    const allowed = parents.split(", ").filter((name) => COMPONENTS.includes(name));
    return `<${child}> cannot stand directly in <${parent}>. Put it into ${allowed.map((name) => `<${name}>`).join(" or ")}.`;
  }
  const illegal = /^Attributes? (.+) (?:is|are) illegal$/.exec(error.message)?.[1];
  if (illegal) {
    return `<${error.tagName}> has no attribute ${illegal}. Check its spelling or remove it.`;
  }
  return `<${error.tagName}>: ${error.message.replace(/\.$/, "")}.`;
}
