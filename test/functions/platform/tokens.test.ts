import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkToken, signToken } from "../../../functions/platform/tokens.ts";

const now = "2026-11-02T09:00:00.000Z";
const old = { id: "0001", secret: "old secret" };
const fresh = { id: "0002", secret: "new secret" };
const claims = { purpose: "confirm", subject: "con_1", expiresAt: "2026-11-09T09:00:00.000Z" } as const;
const token = signToken(claims, [old]);

describe("a link's token", () => {
  it("tells its subject to whoever holds the key", () => {
    expect(checkToken(token, "confirm", [old], now)).toEqual({ ok: true, subject: "con_1" });
  });

  it("is the same for the same claims, so that a mail can be sent again with the same link", () => {
    expect(signToken(claims, [old])).toBe(token);
  });

  it("is worthless for another purpose", () => {
    expect(checkToken(token, "sign-in", [old], now)).toEqual({ ok: false, reason: "invalid-token" });
  });

  it("expires on time", () => {
    expect(checkToken(token, "confirm", [old], claims.expiresAt).ok).toBe(true);
    expect(checkToken(token, "confirm", [old], "2026-11-09T09:00:01.000Z")).toEqual({
      ok: false,
      reason: "expired-token",
    });
  });

  it("to unsubscribe is good two years and one key rotation later", () => {
    const stop = signToken({ purpose: "unsubscribe", subject: "con_1" }, [old]);
    expect(checkToken(stop, "unsubscribe", [old, fresh], "2028-11-02T09:00:00.000Z").ok).toBe(true);
  });

  it("is signed by the newest key", () => {
    expect(checkToken(signToken(claims, [old, fresh]), "confirm", [fresh], now).ok).toBe(true);
  });

  it("of a key that was taken away is refused", () => {
    expect(checkToken(token, "confirm", [fresh], now).ok).toBe(false);
  });

  it("is refused when any character of it is changed, cut off or added", () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(..."Aa0-_.="), (at, character) => {
        const forged = token.slice(0, at) + character + token.slice(at + 1);
        if (decoded(forged) === decoded(token)) return;
        expect(checkToken(forged, "confirm", [old], now)).toEqual({ ok: false, reason: "invalid-token" });
      }),
      { verbose: 1 },
    );
    for (const forged of [token.slice(0, -1), `${token}.`, `${token}x`, "", ".", "a.b.c", "x".repeat(5000)]) {
      expect(checkToken(forged, "confirm", [old], now)).toEqual({ ok: false, reason: "invalid-token" });
    }
  });
});

/** The last character of base64url carries unused bits; a token that decodes to the same bytes is the same token. */
function decoded(text: string): string {
  return text
    .split(".")
    .map((part) => Buffer.from(part, "base64url").toString("hex"))
    .join(".");
}
