import { beforeAll, describe, expect, it } from "vitest";
import { runLane } from "../../functions/lanes/run-lane.ts";
import { handler } from "../../functions/sending-desk.ts";
import { productMail } from "../support/product-mail.ts";
import { consoleCaller, signedIn } from "./http/console/support/console-caller.ts";
import { starterStore } from "./support/starter-store.ts";

starterStore();
const mail = productMail();
const call = consoleCaller(handler);
let secret = "";

beforeAll(async () => {
  process.env.SENDER_ADDRESS = "hello@lantern.example";
  mail.ses().store.account.verify("lantern.example");
  secret = await signedIn("owner@example.com", "admin");
});

const standing = async () => (await call("GET", "/v1/console/sending", { secret })).body;
const stateOf = async (item: string) =>
  (await standing()).checks.find((check: { item: string }) => check.item === item)?.state;

const waiting = { doing: "waiting", because: null, until: null };

describe("what mail is sent with", () => {
  it("is told to staff, and to nobody else", async () => {
    expect(await standing()).toMatchObject({
      domain: "lantern.example",
      ready: true,
      transactional: waiting,
      marketing: waiting,
    });
    expect(await call("GET", "/v1/console/sending")).toMatchObject({ status: 401 });
  });

  it("is as SES says at this moment", async () => {
    mail.ses().store.account.change({ sandbox: true });
    expect([await stateOf("production"), (await standing()).ready]).toEqual(["bad", false]);
    mail.ses().store.account.change({ sandbox: false });
    expect([await stateOf("production"), (await standing()).ready]).toEqual(["good", true]);
  });

  it("includes why a lane rests, and until when", async () => {
    mail.ses().store.account.change({ sendingEnabled: false });
    const now = () => new Date().toISOString();
    await runLane("marketing", { now, paceMs: () => 0, wait: async () => undefined, remainingMs: () => 1e6 });
    const { marketing, transactional } = await standing();
    expect(transactional).toEqual(waiting);
    expect(marketing).toMatchObject({ doing: "resting", because: "sending-paused" });
    expect(marketing.until > now()).toBe(true);
  });
});
