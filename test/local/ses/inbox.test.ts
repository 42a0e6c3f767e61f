import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SendEmailCommand } from "@aws-sdk/client-sesv2";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sesService } from "../../../local/ses/ses-service.ts";
import { SesBench, START } from "./ses-bench.ts";

let folder: string;
let bench: SesBench;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ses-"));
  bench = await new SesBench(join(folder, "mail.sqlite")).open();
});

afterEach(async () => {
  await bench.close();
  rmSync(folder, { recursive: true });
});

const send = (to: string, Data = "Hello") =>
  bench.client.send(
    new SendEmailCommand({
      FromEmailAddress: "school@lantern.example",
      Destination: { ToAddresses: [to] },
      ConfigurationSetName: "marketing",
      Content: { Simple: { Subject: { Data }, Body: { Text: { Data: "Hi" } } } },
    }),
  );

describe("the inbox", () => {
  it("outlives a restart, with the events that were not yet told", async () => {
    const { MessageId = "" } = await send("ana@mail.example");
    await bench.close();
    bench = await new SesBench(join(folder, "mail.sqlite")).open();
    expect(bench.ses.find(MessageId)?.recipients).toEqual(["ana@mail.example"]);
    const told = bench.events().map((event) => event.eventType);
    expect([[], ["Send", "Delivery"]]).toContainEqual(told);
    expect(bench.ses.find(MessageId)?.outcome).toBe("delivered");
  });

  it("is searched by address and subject, from an instant on, newest first", async () => {
    await send("ana@mail.example", "First");
    bench.now += 1000;
    await send("ben@mail.example", "Second");
    await send("ana@mail.example", "Third");
    const subjects = (filter: object) => bench.ses.list(filter).map((mail) => mail.subject);
    expect(subjects({})).toEqual(["Third", "Second", "First"]);
    expect(subjects({ to: "ANA@mail.example", oldestFirst: true })).toEqual(["First", "Third"]);
    expect(subjects({ search: "ben@" })).toEqual(["Second"]);
    expect(subjects({ search: "thi" })).toEqual(["Third"]);
    expect(subjects({ since: START + 1000 })).toEqual(["Third", "Second"]);
  });

  it("can be emptied while the quota still counts what was sent", async () => {
    await send("ana@mail.example");
    expect(bench.ses.emptyInbox()).toBe(1);
    expect(bench.ses.list({})).toEqual([]);
    expect((await bench.account()).SendQuota?.SentLast24Hours).toBe(1);
  });
});

describe("the gateway's checks", () => {
  it("learn on which identity and configuration set a caller needs the right to send", () => {
    const body = {
      FromEmailAddress: "School <school@mail.lantern.example>",
      Destination: { ToAddresses: ["ana@mail.example"] },
      ConfigurationSetName: "marketing",
      Content: { Simple: {} },
    };
    const request = {
      method: "POST",
      path: "/v2/email/outbound-emails",
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(JSON.stringify(body)),
      accessKeyId: "LOCALSend",
    };
    const service = sesService(bench.ses);
    expect(service.operation(request)).toBe("SendEmail");
    const context = {
      "ses:FromAddress": ["school@mail.lantern.example"],
      "ses:FromDisplayName": ["School"],
      "ses:Recipients": ["ana@mail.example"],
    };
    expect(service.permissions(request)).toEqual([
      { action: "ses:SendEmail", resource: "arn:aws:ses:eu-central-1:000000000000:identity/lantern.example", context },
      {
        action: "ses:SendEmail",
        resource: "arn:aws:ses:eu-central-1:000000000000:configuration-set/marketing",
        context,
      },
    ]);
    expect(service.permissions({ ...request, body: Buffer.from("{}") })).toEqual([]);
  });

  it("refuse in SES's words: access, throttling, internal", () => {
    const service = sesService(bench.ses);
    const refused = (["access-denied", "throttle", "internal"] as const).map((type) => service.refuse(type, "why"));
    expect(refused.map((each) => [each.status, each.headers?.["x-amzn-errortype"]])).toEqual([
      [403, "AccessDeniedException"],
      [429, "TooManyRequestsException"],
      [500, "InternalServiceErrorException"],
    ]);
  });
});
