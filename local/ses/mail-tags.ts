import type { MailTag } from "./ses-input.ts";
import { badRequest } from "./ses-refusal.ts";

const MAX_TAG_CHARACTERS = 256;

/** Message tags as a map, checked against SES's alphabet and length; a later tag of the same name wins. */
export function tagsFrom(tags: MailTag[]): Record<string, string> {
  for (const { Name, Value } of tags) {
    checkTag("name", Name);
    checkTag("value", Value);
  }
  return Object.fromEntries(tags.map(({ Name, Value }) => [Name, Value]));
}

function checkTag(part: "name" | "value", text: string): void {
  if (text === "") throw badRequest(`The tag ${part} must be specified.`);
  if (text.length > MAX_TAG_CHARACTERS) throw badRequest(`Tag ${part} cannot exceed ${MAX_TAG_CHARACTERS} characters.`);
  if (!/^[0-9A-Za-z_-]+$/.test(text))
    throw badRequest(`Invalid tag ${part} <${text}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`);
}
