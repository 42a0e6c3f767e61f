import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { prepareStore } from "../first-run.ts";
import { runAssembly } from "../run.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** A mail as the inbox shows it. */
export interface Mail {
  subject: string;
  text: string;
  headers: Record<string, string>;
  at: string;
}

/** The running product as the demo meets it: by HTTP, like everybody else. */
export interface Product {
  url: string;
  /** Posts a form as a page would. */
  postForm(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Reports what the shop saw. */
  track(event: string, email: string, properties: object, messageId: string): Promise<void>;
  mails(to: string): Promise<Mail[]>;
  /** Reads JSON as a signed-in member, or as the shop. */
  read<T>(path: string, headers: Record<string, string>): Promise<T>;
  shop: Record<string, string>;
  now(): Promise<string>;
  windTo(instant: string): Promise<void>;
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the assembly on a free port with an empty store of its own. */
export async function startProduct(): Promise<Product> {
  const dataFolder = mkdtempSync(join(tmpdir(), "tastemaker-demo-"));
  const runtime = await runAssembly({ assemblyFolder: join(ROOT, "cdk.out"), dataFolder, port: 0 });
  await prepareStore(runtime, join(ROOT, "templates"), () => undefined);
  const { url } = runtime;
  const local = localOf(url);
  const { serverKey } = await local<{ serverKey: string }>("/keys");
  const shop = { authorization: `Bearer ${serverKey}` };
  return {
    url,
    shop,
    postForm: (path, fields, headers = {}) =>
      fetch(url + path, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) }),
    track: (event, email, properties, messageId) => track(url, shop, { event, email, properties, messageId }),
    mails: async (to) => (await local<{ messages: Mail[] }>(`/messages?to=${encodeURIComponent(to)}`)).messages,
    read: (path, headers) => readJson(url + path, { headers }),
    now: async () => (await local<{ now: string }>("/clock")).now,
    windTo: async (to) => void (await local("/clock", { to })),
    settle: async () => void (await local("/settle", {})),
    async stop() {
      await runtime.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function localOf(url: string) {
  return <T>(path: string, body?: object): Promise<T> =>
    readJson<T>(`${url}/_local${path}`, body ? { method: "POST", body: JSON.stringify(body) } : {});
}

async function track(
  url: string,
  shop: Record<string, string>,
  { event, email, properties, messageId }: { event: string; email: string; properties: object; messageId: string },
): Promise<void> {
  const body = JSON.stringify({ event, messageId, context: { traits: { email } }, properties });
  await readJson(`${url}/v1/track`, {
    method: "POST",
    headers: { ...shop, "content-type": "application/json" },
    body,
  });
}

async function readJson<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${init.method ?? "GET"} ${new URL(url).pathname} answered ${response.status}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
