import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { readContact } from "../../../../functions/contacts/store.ts";
import { commit } from "../../../../functions/platform/commit.ts";
import { queryAll } from "../../../../functions/platform/dynamo.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { send } from "../../../edge/support/gateway.ts";
import { somebodyTrying, tokenFor } from "../../../edge/support/people.ts";

const tables = edgeTables();
const links: Record<string, { id: string; path: string }> = {};

beforeAll(async () => {
  for (const name of ["ana", "bo", "kim", "lee", "mia"]) {
    const { id } = await somebodyTrying(`${name}@example.com`);
    links[name] = { id, path: `/unsubscribe?t=${await tokenFor("unsubscribe", id)}` };
  }
});
afterEach(() => {
  vi.useRealTimers();
});

const linkOf = (name: string) => links[name] ?? { id: "", path: "" };
const urlencoded = { "content-type": "application/x-www-form-urlencoded" };
const multipart = { "content-type": "multipart/form-data; boundary=----b0undary" };
const oneClickPart =
  '------b0undary\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n------b0undary--\r\n';

describe("one click in a mail program (RFC 8058)", () => {
  it.each([
    ["ana", urlencoded, "List-Unsubscribe=One-Click"],
    ["bo", multipart, oneClickPart],
  ])("stops %s at once: no cookie, no page of ours before it, no redirect", async (name, headers, body) => {
    const { id, path } = linkOf(name);
    const answer = await send({ method: "POST", path, headers, body });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers?.location).toBeUndefined();
    expect(answer.cookies).toBeUndefined();
    const contact = await readContact(id);
    expect(contact?.stoppedAt).toBeDefined();
    expect(contact?.consent.marketing).toBe(false);
    const receipts = await queryAll<never>({ pk: id, prefix: "consent#" });
    expect(receipts.at(-1)).toMatchObject({ act: "stopped", method: "one-click" });
  });

  it("a second time is answered alike and changes nothing", async () => {
    const before = tables.picture();
    const { path } = linkOf("ana");
    const headers = { ...urlencoded, origin: "https://mail.example", "sec-fetch-site": "cross-site" };
    const answer = await send({ method: "POST", path, headers, body: "List-Unsubscribe=One-Click" });
    expect(answer.statusCode).toBe(200);
    expect(tables.picture()).toBe(before);
  });

  it("works two years and one key rotation after the mail was sent", async () => {
    const { id, path } = linkOf("kim");
    await commit([{ put: { pk: "key#token", sk: "0002", secret: "a-newer-secret-of-enough-length", madeAt: "x" } }]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 366 * 86_400_000 });
    expect(await tokenFor("unsubscribe", id)).not.toBe(path.split("=")[1]);
    const answer = await send({ method: "POST", path, headers: urlencoded, body: "List-Unsubscribe=One-Click" });
    expect(answer.statusCode).toBe(200);
    expect((await readContact(id))?.stoppedAt).toBeDefined();
  });
});

describe("the page behind the link", () => {
  it("changes nothing by being opened", async () => {
    const before = tables.picture();
    const { path } = linkOf("lee");
    for (const method of ["GET", "HEAD"]) expect((await send({ method, path })).statusCode).toBeLessThan(500);
    expect(tables.picture()).toBe(before);
  });

  it("stops by its button, and tells why when asked", async () => {
    const { id, path } = linkOf("lee");
    await send({ method: "POST", path, headers: urlencoded, body: "" });
    expect((await readContact(id))?.stoppedAt).toBeDefined();
    const answer = await send({ method: "POST", path, headers: urlencoded, body: "reason=too-many" });
    expect(answer.statusCode).toBe(200);
    expect(await readContact(id)).toMatchObject({ stopReason: "too-many" });
  });

  it("stops also whoever sends nothing but a reason", async () => {
    const { id, path } = linkOf("mia");
    await send({ method: "POST", path, headers: urlencoded, body: "reason=never-asked" });
    const contact = await readContact(id);
    expect(contact?.stopReason).toBe("never-asked");
    expect(contact?.stoppedAt).toBeDefined();
  });
});
