import type { MailHeader } from "./ses-input.ts";
import { badRequest } from "./ses-refusal.ts";

const MAX_HEADERS = 15;
const MAX_VALUE_CHARACTERS = 995;
const MAX_LINE_CHARACTERS = 996;

// SES writes these itself; a second one would let a caller forge what the reader sees.
const OWN_HEADERS = new Set([
  "bcc",
  "cc",
  "content-disposition",
  "content-transfer-encoding",
  "content-type",
  "date",
  "dkim-signature",
  "from",
  "message-id",
  "mime-version",
  "reply-to",
  "return-path",
  "sender",
  "subject",
  "to",
]);

/** Custom headers with SES's limits; a line break is refused, so nothing can be smuggled into the head. */
export function checkedHeaders(headers: MailHeader[]): MailHeader[] {
  if (headers.length > MAX_HEADERS) throw badRequest(`A message may carry ${MAX_HEADERS} custom headers at most.`);
  headers.forEach(checkHeader);
  return headers;
}

function checkHeader({ Name, Value }: MailHeader): void {
  if (!/^[\x21-\x39\x3b-\x7e]{1,126}$/.test(Name))
    throw badRequest(`Header name '${Name}' must be 1 to 126 printable ASCII characters without colon.`);
  if (!/^[\x20-\x7e]*$/.test(Value) || Value.length > MAX_VALUE_CHARACTERS)
    throw badRequest(`Header '${Name}' must be printable ASCII of at most ${MAX_VALUE_CHARACTERS} characters.`);
  if (Name.length + Value.length > MAX_LINE_CHARACTERS)
    throw badRequest(`Header '${Name}' and its value must not exceed ${MAX_LINE_CHARACTERS} characters.`);
  if (OWN_HEADERS.has(Name.toLowerCase())) throw badRequest(`Header '${Name}' is set by SES and cannot be added.`);
}
