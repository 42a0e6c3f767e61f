import type { Sent } from "./gateway.ts";
import { BASE_URL } from "./gateway.ts";
import { encoded, hostileForm, hostileJson, hostileMultipart } from "./hostile-bodies.ts";
import { hostileText } from "./hostile-values.ts";
import type { Random } from "./random.ts";

/** What a good request of a route looks like; a hostile one is made from it. */
export interface Good {
  method: string;
  /** With `{}` where a part of the path may be chosen freely. */
  path: string;
  query?: Record<string, string>;
  json?: Record<string, unknown>;
  form?: Record<string, string>;
  headers?: Record<string, string>;
  cookies?: string[];
}

/** One hostile request of a route. */
export function hostileRequest(random: Random, good: Good): Sent {
  const body = bodyOf(random, good);
  return {
    method: good.method,
    path: good.path.replace("{}", () => segment(random)) + queryOf(random, good.query ?? {}),
    headers: { ...headersOf(random), ...body.headers, ...good.headers },
    cookies: [...(good.cookies ?? []), ...cookiesOf(random)],
    body: body.text,
  };
}

function bodyOf(random: Random, { json, form }: Good): { text?: string; headers: Record<string, string> } {
  if (json) return typed(random, "application/json", hostileJson(random, json));
  if (form && random.chance(0.2)) {
    return { text: hostileMultipart(random, form), headers: { "content-type": random.pick(MULTIPART_TYPES) } };
  }
  if (form) return typed(random, "application/x-www-form-urlencoded", hostileForm(random, form));
  return random.chance(0.05) ? { text: hostileText(random), headers: {} } : { headers: {} };
}

function typed(random: Random, usual: string, text: string): { text: string; headers: Record<string, string> } {
  const type = random.chance(0.12) ? random.pick(OTHER_TYPES) : usual;
  return { text, headers: type === undefined ? {} : { "content-type": type } };
}

const MULTIPART_TYPES = [
  "multipart/form-data; boundary=line",
  'multipart/form-data; boundary="line"',
  "multipart/form-data",
];
const OTHER_TYPES = [
  undefined,
  "",
  "text/plain",
  "application/xml",
  "application/json; charset=utf-16",
  "application/vnd.api+json",
  "APPLICATION/JSON",
  "multipart/form-data; boundary=",
  `multipart/form-data; boundary=${"x".repeat(200)}`,
  `${";".repeat(2000)}boundary=`,
  "application/x-www-form-urlencoded\u0000",
];

function headersOf(random: Random): Record<string, string> {
  const headers: Record<string, string> = random.chance(0.5) ? { origin: BASE_URL } : {};
  for (let times = random.below(3); times > 0; times--) {
    const [name, values] = random.pick(HEADERS);
    headers[name] = random.chance(0.5) ? random.pick(values) : hostileText(random);
  }
  return headers;
}

const HEADERS: [string, string[]][] = [
  ["host", ["evil.example"]],
  ["x-forwarded-host", ["evil.example", "evil.example:443"]],
  ["x-forwarded-proto", ["http", "javascript"]],
  ["forwarded", ["host=evil.example;proto=http"]],
  ["x-original-url", ["/v1/console/session"]],
  ["x-http-method-override", ["DELETE"]],
  ["origin", ["https://evil.example", "null"]],
  ["referer", ["https://evil.example/?t=secret", `https://x.example/${"🏮".repeat(150)}`]],
  ["accept-language", ["zh", "zh-CN,zh;q=0.9", `${"a,".repeat(5000)}`, "en;q=9999999999"]],
  ["idempotency-key", ["a", "x".repeat(201), "\u0000"]],
  ["content-encoding", ["gzip", "br"]],
  ["content-length", ["-1", "99999999999"]],
  ["sec-fetch-site", ["cross-site", "same-origin"]],
];

function cookiesOf(random: Random): string[] {
  if (random.chance(0.7)) return [];
  if (random.chance(0.1)) return Array.from({ length: 300 }, (_, at) => `c${at}=x`);
  const name = random.pick(["__Host-ref", "__Host-other", "", "__proto__"]);
  const cookie = `${name}=${hostileText(random).replaceAll(";", "")}`;
  return random.chance(0.3) ? [cookie, cookie] : [cookie];
}

function queryOf(random: Random, good: Record<string, string>): string {
  const pairs = Object.entries(good).map(([name, value]): [string, string] =>
    random.chance(0.5) ? [name, hostileText(random)] : [name, value],
  );
  if (random.chance(0.3)) pairs.push([random.pick(QUERY_NAMES), hostileText(random)]);
  if (random.chance(0.1) && pairs[0]) pairs.push(pairs[0]);
  const text = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
  if (random.chance(0.05)) return `?${text}&${random.pick(["%", "%zz=%zz", "=".repeat(500), `x=${"y".repeat(8000)}`])}`;
  return text ? `?${text}` : "";
}

const QUERY_NAMES = ["lang", "ref", "via", "utm_source", "next", "limit", "saved", "t", "email", "__proto__", "offer"];

/** One part of a path, percent-encoded: what is not is refused by the gateway itself. */
function segment(random: Random): string {
  if (random.chance(0.05)) return "x".repeat(random.pick([1017, 1018, 3000, 8000]));
  const text = encoded(hostileText(random));
  return text === "" || text === "." || text === ".." ? "%2e%2e" : text;
}
