/** The ways in which a token is spoiled on its way, or forged by somebody who holds no key. */
export function damagedTokens(token: string): Record<string, string> {
  const [body = "", signature = ""] = token.split(".");
  const [keyId, expires, subject] = Buffer.from(body, "base64url").toString().split(".");
  const remade = (parts: (string | undefined)[]) => Buffer.from(parts.join(".")).toString("base64url");
  return {
    "none at all": "",
    "cut short by one character": token.slice(0, -1),
    "cut in the middle": token.slice(0, token.length / 2),
    "without its signature": body,
    "with an empty signature": `${body}.`,
    "with a third part": `${token}.x`,
    "sent twice in one": `${token},${token}`,
    "with a space": `${token} `,
    "with a flipped bit in the body": `${flipped(body, 8)}.${signature}`,
    "with a flipped bit in the signature": `${body}.${flipped(signature, 3)}`,
    "for somebody else": `${remade([keyId, expires, `${subject}x`])}.${signature}`,
    "good for longer": `${remade([keyId, "9999999999", subject])}.${signature}`,
    "under another key": `${remade(["0002", expires, subject])}.${signature}`,
    "under no key": `${remade(["", expires, subject])}.${signature}`,
    "under a key of the language": `${remade(["__proto__", expires, subject])}.${signature}`,
    "as padding variant": `${body}=.${signature}`,
    "in another alphabet": token.replaceAll("-", "+").replaceAll("_", "/").concat("+"),
    "as JSON": '{"t":"x"}',
    "very long": "a".repeat(5000),
    "as a NUL": "\u0000",
  };
}

function flipped(text: string, at: number): string {
  const bytes = Buffer.from(text, "base64url");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString("base64url");
}
