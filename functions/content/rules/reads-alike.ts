import PostalMime from "postal-mime";
import type { RenderedContent } from "./render-content.ts";

/** Whether a MIME message says what our rendering says, in subject and both parts. */
export async function readsAlike(message: string, mail: RenderedContent): Promise<boolean> {
  const { subject = "", html = "", text = "" } = await PostalMime.parse(message);
  return subject.trim() === mail.subject && isSame(html, mail.html) && isSame(text, mail.text);
}

/** Lines end differently in MIME, and the last line break of a part may belong to the boundary behind it. */
function isSame(received: string, written: string): boolean {
  const plain = (part: string) => part.replaceAll("\r\n", "\n").trimEnd();
  return plain(received) === plain(written);
}
