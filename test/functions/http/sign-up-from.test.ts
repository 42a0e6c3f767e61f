import { describe, expect, it } from "vitest";
import { signUpFrom, type TrialRequest } from "../../../functions/http/sign-up-from.ts";
import { httpEvent } from "./event.ts";

const at = "2026-11-23T11:00:00.000Z";
const asked: TrialRequest = { email: "Ana@Example.com ", consent: { marketing: true } };
const from = (
  changes: Partial<TrialRequest>,
  headers: Record<string, string> = {},
  origin: Record<string, string> = {},
  cookies: string[] = [],
) => signUpFrom({ ...asked, ...changes }, httpEvent({ headers, cookies }), origin, at);

describe("a request for a trial", () => {
  it("is kept with the address in its one form, the language and the words agreed to", () => {
    expect(from({ locale: "zh-CN", name: " 安娜 " })).toMatchObject({
      email: "ana@example.com",
      name: "安娜",
      locale: "zh-CN",
      marketing: true,
      consentText: "zh-CN#2026-11",
      requestedAt: at,
    });
  });

  it("takes the browser's language where none was chosen", () => {
    expect(from({}, { "accept-language": "zh" })?.locale).toBe("zh-CN");
  });

  it("is refused when no mail could reach the address", () => {
    expect(from({ email: "ana@" })).toBeUndefined();
    expect(from({ email: "a\r\nbcc: b@example.com" })).toBeUndefined();
  });

  it("credits the code of the form, else of the link, else of the cookie", () => {
    const cookies = ["__Host-ref=COOKIE"];
    expect(from({ ref: "FORM" }, {}, { ref: "LINK" }, cookies)?.referralCode).toBe("FORM");
    expect(from({}, {}, { via: "LINK" }, cookies)?.referralCode).toBe("LINK");
    expect(from({}, {}, {}, cookies)?.referralCode).toBe("COOKIE");
    expect(from({})?.referralCode).toBeUndefined();
  });

  it("keeps the origin, but no query of the page before, which may hold somebody's token", () => {
    const touch = from({}, { referer: "https://blog.example/post?t=secret" }, { utm_source: "blog" })?.touch;
    expect(touch).toEqual({ at, source: "blog", referrer: "https://blog.example/post" });
  });
});
