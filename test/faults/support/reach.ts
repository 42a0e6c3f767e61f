import type { ProductState } from "../../support/product-state.ts";

/** How people, the shop and the test reach a running product, whichever way it runs. */
export interface Reach {
  url: string;
  serverKey(): string;
  post(path: string, body: string, headers?: Record<string, string>): Promise<Posted>;
  state(): Promise<ProductState>;
  now(): Promise<string>;
  windTo(instant: string): Promise<void>;
  settle(): Promise<void>;
}

/** What came back; cookies as a browser would send them next time. */
export interface Posted {
  status: number;
  text: string;
  cookies: string;
}

/** Winds by some minutes. */
export async function pass(reach: Reach, minutes: number): Promise<void> {
  await reach.windTo(new Date(Date.parse(await reach.now()) + minutes * 60_000).toISOString());
}

/** Asks for a trial, as the form of the landing page does. */
export async function signUp(reach: Reach, email: string, more: object = {}): Promise<void> {
  const body = { email, name: email.split("@")[0], locale: "en", consent: { marketing: true }, ...more };
  await posted(reach, "/v1/trials", JSON.stringify(body), { "content-type": "application/json" }, 202);
}

/** Presses the button behind the newest confirmation mail. */
export async function confirm(reach: Reach, email: string): Promise<void> {
  const body = new URLSearchParams({ t: await tokenFor(reach, email, "confirm") }).toString();
  await posted(reach, "/confirm", body, { "content-type": "application/x-www-form-urlencoded" }, 200);
}

/** Asks for a link to sign in. */
export async function askForLink(reach: Reach, email: string): Promise<void> {
  await posted(reach, "/v1/sign-in", JSON.stringify({ email }), { "content-type": "application/json" }, 202);
}

/** Reports what the shop saw; the same message id tells the same again. */
export async function track(
  reach: Reach,
  event: string,
  email: string,
  properties: object,
  messageId: string,
): Promise<void> {
  const body = JSON.stringify({ event, messageId, context: { traits: { email } }, properties });
  const headers = { authorization: `Bearer ${reach.serverKey()}`, "content-type": "application/json" };
  await posted(reach, "/v1/track", body, headers, 200);
}

/** Signs up and confirms: a member with a running trial. */
export async function join(reach: Reach, email: string, more: object = {}): Promise<void> {
  await signUp(reach, email, more);
  await reach.settle();
  await confirm(reach, email);
  await reach.settle();
}

/** The code of a member's own link. */
export async function codeOf(reach: Reach, email: string): Promise<string> {
  const { main } = await reach.state();
  const contact = main.find((row) => row.sk === "contact" && row.email === email);
  return String(main.find(({ pk, sk }) => pk === contact?.pk && sk === "member")?.code);
}

/** Signs the owner in by the link of a mail, and returns the cookie. */
export async function ownerSignsIn(reach: Reach): Promise<string> {
  const owner = "owner@example.com";
  await askForLink(reach, owner);
  await reach.settle();
  const body = new URLSearchParams({ t: await tokenFor(reach, owner, "sign-in") }).toString();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  return (await posted(reach, "/sign-in", body, form, 303)).cookies;
}

/** Does something in the console. */
export async function inConsole(
  reach: Reach,
  cookie: string,
  path: string,
  body: object,
  expected: number,
): Promise<string> {
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin", cookie };
  return (await posted(reach, `/v1/console${path}`, JSON.stringify(body), headers, expected)).text;
}

/** The id of the contact with an address. */
export async function contactIdOf(reach: Reach, email: string): Promise<string> {
  const { main } = await reach.state();
  return String(main.find((row) => row.sk === "contact" && row.email === email)?.pk);
}

async function posted(
  reach: Reach,
  path: string,
  body: string,
  headers: Record<string, string>,
  expected: number,
): Promise<Posted> {
  const answer = await reach.post(path, body, headers);
  const { status, text } = answer;
  if (status !== expected) throw new Error(`POST ${path} answered ${status}: ${text.slice(0, 300)}`);
  return answer;
}

async function tokenFor(reach: Reach, email: string, path: string): Promise<string> {
  const { mails } = await reach.state();
  const texts = mails.filter(({ to }) => to === email).map(({ text }) => text);
  const token = texts.map((text) => new RegExp(`/${path}\\?t=([\\w.-]+)`).exec(text)?.[1]).findLast(Boolean);
  if (!token) throw new Error(`No mail to ${email} carries a ${path} link.`);
  return token;
}
