/** RFC 2047 section 2: an encoded-word has at most 75 characters; 45 bytes become 60, and the frame takes 12. */
const MOST_BYTES = 45;

/** A display name in any script as encoded-words, so that no character of it can end or extend a header. */
export function encodedWords(name: string): string {
  const words: string[] = [];
  let held = "";
  for (const character of name) {
    if (Buffer.byteLength(held + character) > MOST_BYTES) {
      words.push(held);
      held = "";
    }
    held += character;
  }
  return [...words, held].map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join(" ");
}
