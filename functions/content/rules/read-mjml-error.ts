import { nearestName } from "./nearest-name.ts";
import type { ProblemFact } from "./problem-details.ts";

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

/** Reads what an MJML validation error is about. */
export function readMjmlError(error: { tagName: string; message: string }): ProblemFact {
  const unknown = /^Element (\S+) doesn't exist/.exec(error.message)?.[1];
  if (unknown) {
    return { code: "unknown-component", tag: unknown, near: nearestName(unknown, COMPONENTS) };
  }
  const misplaced = /^(\S+) cannot be used inside (\S+), only inside: (.+)$/.exec(error.message);
  if (misplaced) {
    const [, tag = "", parent = "", parents = ""] = misplaced;
    const allowed = parents.split(", ").filter((name) => COMPONENTS.includes(name));
    return { code: "misplaced-component", tag, parent, allowed };
  }
  const illegal = /^Attributes? (.+) (?:is|are) illegal$/.exec(error.message)?.[1];
  if (illegal) {
    return { code: "unknown-attribute", tag: error.tagName, attribute: illegal };
  }
  return { code: "mjml", tag: error.tagName, what: error.message.replace(/\.$/, "") };
}
