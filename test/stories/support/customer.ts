import type { Local } from "../../support/start-local.ts";
import { newestLink } from "./mail-links.ts";

export interface Customer {
  email: string;
  name: string;
  locale?: "en" | "zh-CN";
  /** The code of the member who brought this person. */
  ref?: string;
}

/** Somebody signs up and confirms, without a browser: for stories that begin later. Returns the own referral code. */
export async function becomeCustomer(local: Local, { email, name, locale = "en", ref = "" }: Customer) {
  await post(local, "/trials", { email, name, locale, ref, "consent.marketing": "true" });
  const link = new URL(await newestLink(local, email, "/confirm"));
  const confirmed = await post(local, "/confirm", { t: link.searchParams.get("t") ?? "" });
  await local.settle();
  const cookie = confirmed.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const me = await fetch(`${local.url}/v1/me`, { headers: { cookie } });
  return ((await me.json()) as { referral: { code: string } }).referral.code;
}

async function post(local: Local, path: string, fields: Record<string, string>): Promise<Response> {
  const response = await fetch(local.url + path, { method: "POST", body: new URLSearchParams(fields) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}
