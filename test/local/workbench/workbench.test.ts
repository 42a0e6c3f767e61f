import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WorkbenchBench } from "./workbench-bench.ts";

const HOSTILE = `<script>alert(1)</script>"'&`;

let bench: WorkbenchBench;

beforeEach(() => {
  bench = new WorkbenchBench();
});

afterEach(() => bench.close());

const at = (path: string) => `/_local/view/${path}`;

describe("every room", () => {
  it.each(["/_local", at("clock"), at("queues"), at("queues/workDead"), at("logs"), at("tables"), at("sending")])(
    "%s explains itself while it is empty and lets nothing foreign run",
    async (path) => {
      const room = await bench.get(path);
      expect(room.status).toBe(200);
      expect(room.header("content-type")).toContain("text/html");
      expect(room.header("content-security-policy")).toContain("default-src 'none'");
      expect(room.header("content-security-policy")).not.toContain("unsafe");
      expect(room.text).not.toMatch(/ style="|<script>| on[a-z]+="/);
    },
  );

  it("shows a hostile subject, address, tag, message body and log line as text", async () => {
    const { queues, logs } = bench.workbench;
    const id = await bench.mail("ana@mail.example", { subject: HOSTILE, text: HOSTILE });
    queues.send("work", { body: HOSTILE });
    logs.add({ functionName: "SignUp", requestId: "r", stream: "stdout", text: HOSTILE });
    const views = ["html", "text", "source"].map((view) => at(`mail/${id}?view=${view}`));
    const rooms = ["/_local", `/_local?q=${encodeURIComponent(HOSTILE)}`, ...views, at("queues/work"), at("logs")];
    for (const path of rooms) {
      const { text } = await bench.get(path);
      expect(text).not.toContain("<script>alert");
      expect(text).toContain("alert(1)");
    }
  });
});

describe("a mail in the inbox", () => {
  it("is shown in a frame that runs nothing, loads nothing and opens links in a new tab", async () => {
    const html =
      '<html><head><link rel="prefetch" href="https://x.example/l"></head><body><a href="https://x.example/l">Go</a></body></html>';
    const id = await bench.mail("ana@mail.example", { html });
    const { text } = await bench.get(at(`mail/${id}`));
    expect(text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const frame = await bench.get(at(`mail/${id}/frame`));
    expect(frame.text).toContain('<base target="_blank">');
    const policy = frame.header("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("img-src 'self' data:");
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
  });

  it("looks as in a dark mail program when dark is chosen", async () => {
    const html = "<style>@media (prefers-color-scheme: dark){body{color:#eee}}</style>";
    const id = await bench.mail("ana@mail.example", { html });
    expect((await bench.get(at(`mail/${id}/frame?theme=dark`))).text).toContain("@media (min-width: 0)");
    expect((await bench.get(at(`mail/${id}/frame?theme=light`))).text).toContain("@media (max-width: 0)");
  });

  it("meets what a button orders, and the page tells of it", async () => {
    const id = await bench.mail("ana@mail.example", { text: "https://x.example/a" });
    bench.told();
    const answer = await bench.submit(at(`mail/${id}/events`), { type: "open", detail: '{"machine":true}' });
    expect([answer.status, answer.header("location")]).toEqual([303, at(`mail/${id}#happened`)]);
    expect(bench.told()).toMatchObject([{ eventType: "Open", open: { userAgent: "Mozilla/5.0" } }]);
    await bench.submit(at(`mail/${id}/events`), { type: "bounce", detail: "{}" });
    expect((await bench.get(at(`mail/${id}`))).text).toMatch(/bounced[\s\S]*Open[\s\S]*Bounce/);
  });

  it("is found by address or subject, newest first", async () => {
    await bench.mail("ana@mail.example", { subject: "First" });
    await bench.mail("ben@mail.example", { subject: "Second" });
    const { text } = await bench.get("/_local");
    expect(text.indexOf("Second")).toBeLessThan(text.indexOf("First"));
    expect((await bench.get("/_local?q=ben")).text).not.toContain("First");
    expect((await bench.get(at("mail/none"))).status).toBe(404);
  });
});

describe("the clock", () => {
  it("is wound by a button and tells what ran and what was mailed since", async () => {
    const { clock, queues } = bench.workbench;
    queues.send("work", { body: "late", delaySeconds: 600 });
    const before = clock.now();
    const wound = await bench.submit(at("clock"), { advance: "PT1H" });
    expect(clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    const told = await bench.get(wound.header("location") ?? "");
    expect(told.text).toMatch(/queues<\/dt><dd>1/);
  });

  it.each(["yesterday", "2020-01-01T00:00:00Z", "-P1D", ""])("refuses %j with what to say instead", async (wind) => {
    const answer = await bench.submit(at("clock"), { wind });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('role="alert"');
  });
});

describe("queues", () => {
  it("show what waits, and send dead letters back", async () => {
    const { queues, clock, winder } = bench.workbench;
    queues.send("work", { body: '{"pk":"con_1"}' });
    queues.receive("work", 1);
    await winder.windTo(clock.now() + 61_000);
    queues.receive("work", 1);
    expect((await bench.get(at("queues"))).text).toContain("One message has died");
    expect((await bench.get(at("queues/workDead"))).text).toContain("con_1");
    await bench.submit(at("queues/workDead/redrive"), {});
    expect([queues.counts("work").visible, queues.counts("workDead").visible]).toEqual([1, 0]);
    expect((await bench.get(at("queues/none"))).status).toBe(404);
  });
});

describe("tables", () => {
  it("show items page by page and by key", async () => {
    const { dynamoDb } = bench.workbench;
    const KeySchema = [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ];
    const AttributeDefinitions = KeySchema.map(({ AttributeName }) => ({ AttributeName, AttributeType: "S" }));
    dynamoDb.execute("CreateTable", {
      TableName: "Main",
      KeySchema,
      AttributeDefinitions,
      BillingMode: "PAY_PER_REQUEST",
    });
    const put = (pk: string, sk: string) =>
      dynamoDb.execute("PutItem", { TableName: "Main", Item: { pk: { S: pk }, sk: { S: sk }, name: { S: HOSTILE } } });
    for (let contact = 0; contact < 60; contact++) put(`con_${contact}`, "contact");
    put("con_7", "event#1");
    const first = await bench.get(at("tables/Main"));
    expect(first.text).toContain("More items");
    expect(first.text).not.toContain("<script>alert");
    const one = (await bench.get(at("tables/Main?hash=con_7&range=event"))).text;
    expect(one).toContain("event#1");
    expect(one).not.toContain("con_8");
    expect((await bench.get(at("tables/Main?hash=nobody"))).text).toContain("No such item");
    expect((await bench.get(at("tables/None"))).status).toBe(404);
  });
});

describe("sending", () => {
  it("switches the sandbox and releases a suppressed address", async () => {
    const { ses } = bench.workbench;
    ses.store.suppression.put("ana@mail.example", "BOUNCE", 0);
    await bench.submit(at("sending"), { sandbox: "true" });
    expect(ses.store.account.settings().sandbox).toBe(true);
    expect((await bench.get(at("sending"))).text).toContain("ana@mail.example");
    await bench.submit(at("sending/suppression/remove"), { address: "ana@mail.example" });
    expect(ses.store.suppression.list()).toEqual([]);
  });
});
