import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WorkbenchBench } from "./workbench-bench.ts";

let bench: WorkbenchBench;

beforeEach(() => {
  bench = new WorkbenchBench();
});

afterEach(() => bench.close());

const messages = async (query = "") =>
  (await bench.get(`/_local/messages${query}`)).json().messages as never as object[];

describe("the inbox for scripts", () => {
  it("gives each mail with its parts, headers and tags, in the order it was sent", async () => {
    const id = await bench.mail("ana@mail.example", { subject: "你好", html: "<p>Ja</p>", text: "Ja" });
    await bench.mail("ben@mail.example", { subject: "Second" });
    expect(await messages()).toMatchObject([
      {
        id,
        to: "ana@mail.example",
        from: '"School" <school@lantern.example>',
        subject: "你好",
        html: expect.stringContaining("<p>Ja</p>"),
        text: expect.stringContaining("Ja"),
        headers: { to: "ana@mail.example", "message-id": `<${id}@eu-central-1.amazonses.com>` },
        tags: { message: "msg_1" },
        raw: expect.stringContaining("MIME-Version: 1.0"),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
      { subject: "Second" },
    ]);
  });

  it("filters by recipient and from an instant on", async () => {
    await bench.mail("ana@mail.example");
    await bench.workbench.winder.windTo(bench.workbench.clock.now() + 60_000);
    const since = new Date(bench.workbench.clock.now()).toISOString();
    await bench.mail("ana@mail.example", { subject: "Later" });
    await bench.mail("ben@mail.example");
    expect(await messages("?to=ANA%40mail.example")).toHaveLength(2);
    expect(await messages(`?to=ana@mail.example&since=${since}`)).toMatchObject([{ subject: "Later" }]);
    await bench.mail("ana+lessons@mail.example");
    expect(await messages("?to=ana+lessons@mail.example")).toHaveLength(1);
    expect((await bench.get("/_local/messages?since=yesterday")).status).toBe(400);
  });

  it("is emptied on request", async () => {
    await bench.mail("ana@mail.example");
    expect((await bench.delete("/_local/messages")).status).toBe(204);
    expect(await messages()).toEqual([]);
  });
});

describe("ordered mail events", () => {
  it("find the mail by its SES id or by its message tag, and are told to the product", async () => {
    const id = await bench.mail("ana@mail.example", { tag: "msg_7" });
    bench.told();
    const soft = { id: "msg_7", type: "bounce", detail: { bounceType: "Transient" } };
    expect((await bench.post("/_local/mail-events", soft)).json()).toEqual({ id, type: "bounce" });
    await bench.post("/_local/mail-events", { id, type: "complaint" });
    expect(bench.told()).toMatchObject([
      {
        eventType: "Bounce",
        bounce: { bounceType: "Transient" },
        mail: { messageId: id, tags: { message: ["msg_7"] } },
      },
      { eventType: "Complaint", mail: { messageId: id } },
    ]);
  });

  it("click the first link of the mail when they name none", async () => {
    const id = await bench.mail("ana@mail.example", { html: '<a href="https://x.example/?a=1&amp;b=2">Go</a>' });
    bench.told();
    await bench.post("/_local/mail-events", { id, type: "click" });
    expect(bench.told()).toMatchObject([{ eventType: "Click", click: { link: "https://x.example/?a=1&b=2" } }]);
  });

  it.each([
    ["an unknown mail", 404, { id: "none", type: "open" }],
    ["an unknown type", 400, { id: "msg_1", type: "sneeze" }],
    ["a field too many", 400, { id: "msg_1", type: "open", loud: true }],
    ["nothing", 400, {}],
  ])("are refused for %s", async (_what, status, order) => {
    await bench.mail("ana@mail.example");
    expect((await bench.post("/_local/mail-events", order)).status).toBe(status);
  });
});

it("the sending account is read and changed one setting at a time", async () => {
  await bench.post("/_local/sending", { sandbox: true });
  await bench.post("/_local/sending", { maxSendRate: 5 });
  expect((await bench.get("/_local/sending")).json()).toMatchObject({
    sandbox: true,
    maxSendRate: 5,
    enforceLimits: false,
  });
  expect((await bench.post("/_local/sending", { sandbox: "yes" })).status).toBe(400);
});
