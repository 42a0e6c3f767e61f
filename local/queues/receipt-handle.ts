import { randomBytes } from "node:crypto";

/** A receipt names its message, so that a forged or foreign one is told apart from an outdated one. */
export const receiptHandleFor = (messageId: string): string =>
  Buffer.from(`${messageId}:${randomBytes(12).toString("hex")}`).toString("base64");

/** The message a receipt is for; "" where the text is no receipt at all. */
export function receiptParts(receiptHandle: string): { id: string } {
  const [id = "", secret = ""] = Buffer.from(receiptHandle, "base64").toString("latin1").split(":");
  return { id: /^[0-9a-f]{24}$/.test(secret) && /^[0-9a-f-]{36}$/.test(id) ? id : "" };
}
