import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Local, startLocal } from "../support/start-local.ts";

let local: Local;
beforeAll(async () => {
  local = await startLocal({ inProcess: true });
}, 120_000);
afterAll(() => local?.stop());

/** Sends bytes as they are, for what no HTTP client would send; the first line of the answer. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(local.url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("close", () => resolve(answer.split("\r\n", 1)[0] ?? ""));
    socket.on("error", reject);
  });
}

const json = { "content-type": "application/json" };
const post = (path: string, body: BodyInit, headers: Record<string, string> = json) =>
  fetch(local.url + path, { method: "POST", headers, body, redirect: "manual" });

it("the whole product refuses what is broken on the wire and goes on answering", { timeout: 120_000 }, async () => {
  const broken = [
    "GET /o/%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    "GET /%e0%a4%a HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(40_000)}\r\nconnection: close\r\n\r\n`,
    "POST /v1/trials HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\nconnection: close\r\n\r\nhello",
    "POST /v1/trials HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-length: 4\r\nconnection: close\r\n\r\n0\r\n\r\n",
    "GE\u0000T / HTTP/1.1\r\nhost: x\r\n\r\n",
  ];
  for (const bytes of broken)
    expect(await raw(bytes), JSON.stringify(bytes.slice(0, 60))).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect((await fetch(`${local.url}/`)).status).toBe(200);
});

it("a compressed bomb is not unpacked", { timeout: 120_000 }, async () => {
  const bomb = gzipSync(Buffer.from(`{"email":"${"a".repeat(5_000_000)}@example.com"}`));
  const answer = await post("/v1/trials", bomb, { ...json, "content-encoding": "gzip" });
  expect([400, 413, 415]).toContain(answer.status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
});

it("mails name the configured address, whatever Host says, and opening their links changes nothing", {
  timeout: 120_000,
}, async () => {
  const headers = { ...json, "x-forwarded-host": "evil.example", forwarded: "host=evil.example" };
  const body = JSON.stringify({ email: "host@example.com", consent: { marketing: true } });
  expect((await post("/v1/trials", body, headers)).status).toBe(202);
  await local.settle();
  const [mail] = await local.messages("host@example.com");
  expect(mail?.raw).not.toContain("evil.example");
  const links = [...(mail?.text ?? "").matchAll(/https?:\/\/[^\s)\]]+/g)].map(([link]) => link);
  const own = links.filter((link) => link.startsWith(local.url));
  expect(own.some((link) => link.includes("/confirm?t="))).toBe(true);
  const before = picture();
  for (const link of own) {
    for (const method of ["GET", "HEAD"]) {
      const { status } = await fetch(link, { method, redirect: "manual" });
      expect(status, `${method} ${link}`).toBeLessThan(404);
    }
  }
  await local.settle();
  expect(picture()).toBe(before);
});

/** Both tables, without the place to which the every-minute sweep has read. */
function picture(): string {
  return JSON.stringify(local.runtime?.dynamoDb.snapshot(), (_, value) => (value?.pk?.S === "sweep" ? null : value));
}
