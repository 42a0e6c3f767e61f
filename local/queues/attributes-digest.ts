import { createHash } from "node:crypto";
import type { MessageAttribute, MessageAttributes } from "./queue.ts";

/** The MD5 of a body, which the SDK compares with its own. */
export const bodyDigest = (body: string): string => createHash("md5").update(body).digest("hex");

/** The MD5 of message attributes as the SQS developer guide lays it down; undefined where there are none. */
export function attributesDigest(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash("md5");
  for (const name of names) {
    const attribute = attributes[name] as MessageAttribute;
    for (const part of [withLength(Buffer.from(name)), withLength(Buffer.from(attribute.DataType))]) hash.update(part);
    hash.update(valueBytes(attribute));
  }
  return hash.digest("hex");
}

function valueBytes(attribute: MessageAttribute): Buffer {
  if (attribute.BinaryValue !== undefined)
    return Buffer.concat([Buffer.of(2), withLength(Buffer.from(attribute.BinaryValue, "base64"))]);
  return Buffer.concat([Buffer.of(1), withLength(Buffer.from(attribute.StringValue ?? ""))]);
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
