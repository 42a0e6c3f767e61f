import { isIP } from "node:net";
import type { HttpEvent } from "../platform/http-handler.ts";

/**
 * The network a request comes from: what one customer of a provider usually has, a /24 of IPv4 or a /64 of IPv6. Only
 * this much is kept, and only until the request is answered.
 */
export function networkOf(event: Pick<HttpEvent, "headers" | "requestContext">): string | undefined {
  const address = visitorAddress(event)?.replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
  const version = isIP(address);
  if (version === 4) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  return version === 6 ? `${groupsOf(address).slice(0, 4).join(":")}::/64` : undefined;
}

/** The distribution writes the visitor's address before its own; what stands further left anybody may have written. */
function visitorAddress({ headers, requestContext }: Pick<HttpEvent, "headers" | "requestContext">) {
  const way = (headers["x-forwarded-for"] ?? "").split(",").map((part) => part.trim());
  return way.length >= 2 ? way.at(-2) : requestContext.http?.sourceIp;
}

/** The eight groups of an IPv6 address, each without leading zeros. */
function groupsOf(address: string): string[] {
  const [left = "", right] = (address.split("%", 1)[0] ?? "").toLowerCase().split("::");
  const [before, after] = [left, right ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = right === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(Math.max(0, zeros)).fill("0"), ...(after ?? [])];
  return groups.map((group) => group.replace(/^0+(?=.)/, ""));
}
