import {
  DeleteSuppressedDestinationCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SendEmailCommand,
} from "@aws-sdk/client-sesv2";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OutcomeName } from "../../../local/ses/report-outcome.ts";
import { SesBench, TOPIC } from "./ses-bench.ts";

let bench: SesBench;

beforeEach(async () => {
  bench = await new SesBench().open();
});

afterEach(() => bench.close());

async function send(to: string[] | string, ConfigurationSetName: string | undefined = "marketing"): Promise<string> {
  const answer = await bench.client.send(
    new SendEmailCommand({
      FromEmailAddress: "School <school@lantern.example>",
      Destination: { ToAddresses: [to].flat() },
      Content: { Simple: { Subject: { Data: "Hello" }, Body: { Text: { Data: "Hi" } } } },
      EmailTags: [{ Name: "message", Value: "msg_1" }],
      ...(ConfigurationSetName && { ConfigurationSetName }),
    }),
  );
  return answer.MessageId ?? "";
}

const types = () => bench.events().map((event) => event.eventType);
const report = (outcome: OutcomeName, detail = {}) =>
  bench.ses.report(bench.ses.find("msg_1") as never, outcome, detail);

describe("the events of a configuration set", () => {
  it("tell of the send and the delivery in SES's own format, tags included", async () => {
    const messageId = await send("ana@mail.example");
    const [sent, delivered] = bench.events();
    expect(sent).toMatchObject({
      eventType: "Send",
      send: {},
      mail: {
        messageId,
        timestamp: "2026-11-23T14:00:00.000Z",
        source: "School <school@lantern.example>",
        sourceArn: "arn:aws:ses:eu-central-1:000000000000:identity/lantern.example",
        sendingAccountId: "000000000000",
        destination: ["ana@mail.example"],
        commonHeaders: { subject: "Hello", to: ["ana@mail.example"] },
        tags: {
          message: ["msg_1"],
          "ses:configuration-set": ["marketing"],
          "ses:from-domain": ["lantern.example"],
          "ses:operation": ["SendEmail"],
        },
      },
    });
    expect(delivered).toMatchObject({ eventType: "Delivery", delivery: { recipients: ["ana@mail.example"] } });
    expect(bench.ses.find(messageId)?.outcome).toBe("delivered");
  });

  it("are not told for mail without a configuration set", async () => {
    await send("ana@mail.example", "");
    expect(types()).toEqual([]);
  });

  it("reach the topic only for the types that its destination names", async () => {
    const destinations = [{ name: "some", enabled: true, topicArn: TOPIC, types: ["delivery" as const] }];
    bench.ses.store.account.defineConfigurationSet({ name: "quiet", sendingEnabled: true, destinations });
    await send("ana@mail.example", "quiet");
    expect(types()).toEqual(["Delivery"]);
    const told = await bench.client.send(
      new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName: "quiet" }),
    );
    expect(told.EventDestinations?.[0]?.MatchingEventTypes).toEqual(["DELIVERY"]);
  });

  it("are due at once on the virtual clock and told in the order in which they happened", async () => {
    await send("ana@mail.example");
    bench.events();
    expect([bench.ses.nextDueAt(), bench.ses.pending()]).toEqual([undefined, 0]);
  });

  it.each([
    ["delivery", {}, "Delivery", { delivery: { smtpResponse: "250 2.6.0 Message received" } }],
    ["bounce", {}, "Bounce", { bounce: { bounceType: "Permanent", bounceSubType: "General" } }],
    [
      "bounce",
      { bounceType: "Transient" },
      "Bounce",
      { bounce: { bounceType: "Transient", bounceSubType: "MailboxFull" } },
    ],
    ["complaint", {}, "Complaint", { complaint: { complaintFeedbackType: "abuse" } }],
    ["delay", {}, "DeliveryDelay", { deliveryDelay: { delayType: "TransientCommunicationFailure" } }],
    ["reject", {}, "Reject", { reject: { reason: "Bad content" } }],
    ["open", { machine: true }, "Open", { open: { userAgent: "Mozilla/5.0" } }],
    ["click", { link: "https://lantern.example/c/1" }, "Click", { click: { link: "https://lantern.example/c/1" } }],
  ] as const)("let a person order %s %j", async (outcome, detail, eventType, own) => {
    await send("ana@mail.example");
    bench.events();
    report(outcome, detail);
    expect(bench.events()).toMatchObject([{ eventType, mail: { tags: { message: ["msg_1"] } }, ...own }]);
  });
});

describe("the mailbox simulator", () => {
  it.each([
    ["success", ["Send", "Delivery"]],
    ["ooto", ["Send", "Delivery"]],
    ["bounce", ["Send", "Bounce"]],
    ["bounce+anyone", ["Send", "Bounce"]],
    ["complaint", ["Send", "Delivery", "Complaint"]],
    ["suppressionlist", ["Send", "Bounce"]],
  ])("%s@ behaves as documented and suppresses nobody", async (mailbox, expected) => {
    await send(`${mailbox}@simulator.amazonses.com`);
    expect(types()).toEqual(expected);
    expect(bench.ses.store.suppression.list()).toEqual([]);
  });

  it("treats each recipient of one mail by itself", async () => {
    await send(["ana@mail.example", "bounce@simulator.amazonses.com", "ben@mail.example"]);
    expect(bench.events()).toMatchObject([
      { eventType: "Send" },
      { eventType: "Delivery", delivery: { recipients: ["ana@mail.example", "ben@mail.example"] } },
      { eventType: "Bounce", bounce: { bouncedRecipients: [{ emailAddress: "bounce@simulator.amazonses.com" }] } },
    ]);
  });
});

describe("the account's suppression list", () => {
  const find = (EmailAddress: string) => bench.client.send(new GetSuppressedDestinationCommand({ EmailAddress }));

  it("takes up an address after a hard bounce or a complaint, never after a soft bounce", async () => {
    await send("Ana@mail.example");
    report("bounce", { bounceType: "Transient" });
    await expect(find("ana@mail.example")).rejects.toMatchObject({ name: "NotFoundException" });
    report("bounce");
    expect((await find("ANA@mail.example")).SuppressedDestination).toMatchObject({ Reason: "BOUNCE" });
    await send("ben@mail.example");
    report("complaint");
    expect((await find("ben@mail.example")).SuppressedDestination?.Reason).toBe("COMPLAINT");
  });

  it("lets mail be accepted and drops it with the event that says so", async () => {
    await bench.client.send(
      new PutSuppressedDestinationCommand({ EmailAddress: "ana@mail.example", Reason: "BOUNCE" }),
    );
    const id = await send("ana@mail.example");
    expect(bench.events()).toMatchObject([
      { eventType: "Send" },
      { eventType: "Bounce", bounce: { bounceType: "Permanent", bounceSubType: "OnAccountSuppressionList" } },
    ]);
    expect(bench.ses.find(id)?.outcome).toBe("suppressed");
  });

  it("is listed page by page and by reason, and forgets an address on request", async () => {
    for (const [EmailAddress, Reason] of [
      ["a@x.example", "BOUNCE"],
      ["b@x.example", "COMPLAINT"],
      ["c@x.example", "BOUNCE"],
    ] as const)
      await bench.client.send(new PutSuppressedDestinationCommand({ EmailAddress, Reason }));
    const first = await bench.client.send(new ListSuppressedDestinationsCommand({ Reasons: ["BOUNCE"], PageSize: 1 }));
    const second = await bench.client.send(
      new ListSuppressedDestinationsCommand({ Reasons: ["BOUNCE"], PageSize: 1, NextToken: first.NextToken }),
    );
    const found = [first, second].flatMap((page) => page.SuppressedDestinationSummaries ?? []);
    expect(found.map((each) => each.EmailAddress)).toEqual(["a@x.example", "c@x.example"]);
    expect(second.NextToken).toBeUndefined();
    await bench.client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: "a@x.example" }));
    await expect(find("a@x.example")).rejects.toMatchObject({ name: "NotFoundException" });
  });

  it("follows a configuration set that suppresses complaints only", async () => {
    bench.ses.store.account.defineConfigurationSet({
      name: "transactional",
      sendingEnabled: true,
      suppressedReasons: ["COMPLAINT"],
      destinations: [],
    });
    await bench.client.send(
      new PutSuppressedDestinationCommand({ EmailAddress: "ana@mail.example", Reason: "BOUNCE" }),
    );
    const id = await send("ana@mail.example", "transactional");
    bench.ses.runDue(bench.now);
    expect(bench.ses.find(id)?.outcome).toBe("delivered");
  });
});

it("a verified domain says so, an unknown one is not found", async () => {
  const identity = (EmailIdentity: string) => bench.client.send(new GetEmailIdentityCommand({ EmailIdentity }));
  expect(await identity("lantern.example")).toMatchObject({ IdentityType: "DOMAIN", VerifiedForSendingStatus: true });
  await expect(identity("elsewhere.example")).rejects.toMatchObject({ name: "NotFoundException" });
});
