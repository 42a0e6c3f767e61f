import type { Mail, Product } from "./product.ts";

/** What `GET /v1/me` tells. */
export interface Me {
  id: string;
  balance: { pending: number; available: number; debt: number };
  tier: { name: string; qualifyingPoints: number };
  referral: { code: string; link: string };
}

/** Somebody with a mailbox and a browser. */
export interface Person {
  name: string;
  email: string;
  signUp(fields?: Record<string, string>): Promise<void>;
  /** Presses the button behind the link of the newest confirmation mail. */
  confirm(): Promise<void>;
  /** Lets the mail program unsubscribe by one click, from the newest mail that offers it. */
  unsubscribe(): Promise<void>;
  mails(): Promise<Mail[]>;
  subjects(): Promise<string[]>;
  me(): Promise<Me>;
}

/** Makes a person who lives through the demo. */
export function personOf(product: Product, name: string, locale: "en" | "zh-CN" = "en"): Person {
  const email = `${name.toLowerCase()}@example.com`;
  let cookie = "";
  const mails = () => product.mails(email);
  return {
    name,
    email,
    mails,
    subjects: async () => (await mails()).map(({ subject }) => subject),
    async signUp(fields = {}) {
      const response = await product.postForm("/trials", {
        email,
        name,
        locale,
        "consent.marketing": "true",
        ...fields,
      });
      if (response.status !== 202) throw new Error(`Signing up ${name} answered ${response.status}`);
      await product.settle();
    },
    async confirm() {
      const t = tokenIn(await mails(), "confirm");
      const response = await product.postForm("/confirm", { t });
      if (response.status !== 200) throw new Error(`Confirming ${name} answered ${response.status}`);
      cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
      await product.settle();
    },
    async unsubscribe() {
      const link = (await mails()).map(({ headers }) => headerOf(headers, "list-unsubscribe")).findLast(Boolean) ?? "";
      const { pathname, search } = new URL(link.replace(/[<>]/g, ""));
      const response = await product.postForm(pathname + search, { "List-Unsubscribe": "One-Click" });
      if (response.status !== 200) throw new Error(`Unsubscribing ${name} answered ${response.status}`);
      await product.settle();
    },
    async me() {
      const link = await freshSession(product, email, mails, cookie);
      cookie = link;
      return product.read<Me>("/v1/me", { cookie });
    },
  };
}

/** Sessions end after two weeks; then the person asks for a sign-in link as anybody would. */
async function freshSession(product: Product, email: string, mails: () => Promise<Mail[]>, cookie: string) {
  const known = await fetch(`${product.url}/v1/me`, { headers: { cookie } });
  await known.arrayBuffer();
  if (known.ok) return cookie;
  await product.postForm("/sign-in", { email });
  await product.settle();
  const response = await product.postForm("/sign-in", { t: tokenIn(await mails(), "sign-in") });
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

function tokenIn(mails: Mail[], path: string): string {
  const tokens = mails.map(({ text }) => new RegExp(`/${path}\\?t=([\\w.-]+)`).exec(text)?.[1]);
  const newest = tokens.findLast(Boolean);
  if (!newest) throw new Error(`No mail carries a ${path} link`);
  return newest;
}

function headerOf(headers: Record<string, string>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
