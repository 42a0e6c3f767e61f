import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type FrontServer, PortTaken, startFrontServer } from "../../../local/http/front-server.ts";
import type { HttpRequest } from "../../../local/http/messages.ts";

let server: FrontServer | undefined;

afterEach(() => server?.close());

async function started(answer: (request: HttpRequest) => [number, string, [string, string][]?]) {
  server = await startFrontServer(0);
  server.serve(async (each) => {
    const [status, body, headers = []] = answer(each);
    return { status, headers, body: Buffer.from(body) };
  });
  return server.url;
}

describe("the address that a person opens", () => {
  it("hands over method, raw path, query, repeated headers and body", async () => {
    let seen: HttpRequest | undefined;
    const url = await started((each) => {
      seen = each;
      return [200, "ok"];
    });
    await fetch(`${url}/a%20b/c?x=1?2`, {
      method: "POST",
      body: "hi",
      headers: [
        ["x-a", "1"],
        ["x-a", "2"],
      ],
    });
    expect(seen).toMatchObject({ method: "POST", path: "/a%20b/c", query: "x=1?2", sourceIp: "127.0.0.1" });
    expect(seen?.body.toString()).toBe("hi");
    expect(
      seen?.headers
        .filter(([name]) => name === "x-a")
        .map(([, value]) => value)
        .join(),
    ).toMatch(/1, ?2/);
  });

  it("sends several cookies as several headers, and no body to HEAD", async () => {
    const url = await started(() => [
      200,
      "body",
      [
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
      ],
    ]);
    const response = await fetch(url);
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    const head = await fetch(url, { method: "HEAD" });
    expect([await head.text(), head.headers.get("content-length")]).toEqual(["", "4"]);
  });

  it("reads no more than ten megabytes of a body", async () => {
    let length = 0;
    const url = await started((each) => {
      length = each.body.length;
      return [413, "too large"];
    });
    const status = await new Promise((resolve) => {
      const sent = request(url, { method: "POST" }, (response) => resolve(response.statusCode));
      sent.on("error", () => undefined);
      for (let chunk = 0; chunk < 12; chunk += 1) sent.write(Buffer.alloc(1024 * 1024));
      sent.end();
    });
    expect(status).toBe(413);
    expect(length).toBeLessThan(11 * 1024 * 1024);
  });

  it("says what to do when another program has the port", async () => {
    server = await startFrontServer(0);
    const port = Number(new URL(server.url).port);
    const second = startFrontServer(port);
    await expect(second).rejects.toBeInstanceOf(PortTaken);
    await expect(startFrontServer(port)).rejects.toThrow(/PORT=3001 npm start/);
  });
});
