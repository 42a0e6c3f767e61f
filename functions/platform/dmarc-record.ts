import { Resolver } from "node:dns/promises";

/** What the DNS says of a domain's DMARC policy; `unasked` when there is nobody to ask. */
export type DmarcRecord = { answer: "found"; policy: string } | { answer: "none" } | { answer: "unasked" };

const LONGEST_MS = 1500;

/** Names that no DNS knows (RFC 2606), such as those of a product on a laptop. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/i;

/** Looks the DMARC record of a domain up (RFC 7489). */
export async function readDmarcRecord(domain: string): Promise<DmarcRecord> {
  if (RESERVED.test(domain)) return { answer: "unasked" };
  try {
    const texts = await new Resolver({ timeout: LONGEST_MS, tries: 1 }).resolveTxt(`_dmarc.${domain}`);
    const record = texts.map((parts) => parts.join("")).find((text) => /^v=DMARC1\b/i.test(text));
    const policy = record && /;\s*p\s*=\s*(\w+)/i.exec(record)?.[1];
    return policy ? { answer: "found", policy: policy.toLowerCase() } : { answer: "none" };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { answer: code === "ENOTFOUND" || code === "ENODATA" ? "none" : "unasked" };
  }
}
