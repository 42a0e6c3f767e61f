import { beforeAll, describe, expect, it } from "vitest";
import { answerConsole } from "../../../../functions/http/console/answer-console.ts";
import { mailAnswers } from "../../../../functions/http/console/mail-answers.ts";
import { queueMessage } from "../../../../functions/mail/queue-message.ts";
import type { Message } from "../../../../functions/mail/rules/message.ts";
import { settledWrite } from "../../../../functions/mail/store.ts";
import { commit } from "../../../../functions/platform/commit.ts";
import { httpHandler } from "../../../../functions/platform/http-handler.ts";
import { starterStore } from "../../support/starter-store.ts";
import { consoleCaller, signedIn } from "./support/console-caller.ts";

const tables = starterStore();
const call = consoleCaller(httpHandler(answerConsole(mailAnswers)));
const staff = { admin: "" };
const ANA = "con_0000000000ana";

beforeAll(async () => {
  staff.admin = await signedIn("owner@example.com", "admin");
});

describe("a person's word on mail whose answer was lost", () => {
  const settle = (secret: string, body: object) => call("POST", "/v1/console/mail/unknown/settle", { secret, body });
  const said = { decision: "once-more", because: "she asked for it by telephone" };
  const lose = async (occurrence: string) => {
    const cause = { event: "trial.confirmed" };
    const about = { kind: "marketing", contactId: ANA, template: "welcome", occurrence, cause } as const;
    const write = queueMessage(about, "2026-11-27T10:00:00.000Z");
    await commit([write]);
    const message = write.put as unknown as Message;
    await commit([settledWrite(message, { state: "unknown", failure: "ETIMEDOUT" }, message.queuedAt)]);
    return { contactId: ANA, id: String(write.put.id) };
  };

  it("is taken from admins, marketers and carers, with the reason in the audit, and from nobody else", async () => {
    for (const role of ["admin", "marketer", "care"] as const) {
      const mail = await lose(role);
      const secret = await signedIn(`${role}@example.com`, role);
      expect(await settle(secret, { ...mail, ...said })).toMatchObject({ status: 200, body: { id: mail.id } });
      const rows = JSON.stringify(tables.snapshot());
      expect(rows).toContain(`message#${mail.id}`);
      expect(rows.split(said.because)).toHaveLength(role === "admin" ? 2 : role === "marketer" ? 3 : 4);
    }
    const mail = await lose("analyst");
    const analyst = await signedIn("analyst@example.com", "analyst");
    expect(await settle(analyst, { ...mail, ...said })).toMatchObject({ status: 403 });
    expect(await settle("", { ...mail, ...said })).toMatchObject({ status: 401 });
  });

  it("makes the same message however often it is given, and is refused kindly when it comes too late", async () => {
    const mail = await lose("twice");
    const [first, second] = [
      await settle(staff.admin, { ...mail, ...said }),
      await settle(staff.admin, { ...mail, ...said }),
    ];
    expect(first.body.resentAs).toMatch(/^msg_/);
    expect(second.body).toEqual(first.body);
    const late = await settle(staff.admin, { ...mail, ...said, decision: "arrived" });
    expect(late).toMatchObject({ status: 409, body: { code: "settled-meanwhile" } });
    const nowhere = await settle(staff.admin, { ...mail, ...said, id: "msg_nowhere" });
    expect(nowhere).toMatchObject({ status: 404 });
  });

  it("needs a reason", async () => {
    const mail = await lose("why");
    expect(await settle(staff.admin, { ...mail, decision: "arrived", because: " " })).toMatchObject({ status: 422 });
    expect(await settle(staff.admin, { ...mail, decision: "maybe", because: "who knows" })).toMatchObject({
      status: 422,
    });
  });
});
