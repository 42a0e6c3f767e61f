import { expect, test } from "vitest";
import { resourceOf, resourcesOf, synthesize } from "../support/synthesize.ts";

const { mail } = synthesize({ mailDomain: "lantern.example" });
const events = (name: string): string[] => resourceOf(mail, name).Properties.EventDestination.MatchingEventTypes;

test("mail goes out from the domain of the context", () => {
  expect(resourceOf(mail, "SendingIdentity").Properties.EmailIdentity).toBe("lantern.example");
});

test("every outcome of every mail is reported to the topic", () => {
  for (const name of ["TransactionalEvents", "MarketingEvents"]) {
    expect(events(name)).toEqual(
      expect.arrayContaining([
        "send",
        "delivery",
        "bounce",
        "complaint",
        "reject",
        "deliveryDelay",
        "renderingFailure",
      ]),
    );
    expect(resourceOf(mail, name).Properties.EventDestination.SnsDestination.TopicARN).toEqual({ Ref: "MailEvents" });
  }
});

test("links that grant access are never rewritten through a tracking redirect", () => {
  expect(events("TransactionalEvents")).not.toContain("click");
  expect(events("TransactionalEvents")).not.toContain("open");
  expect(events("MarketingEvents")).toEqual(expect.arrayContaining(["open", "click"]));
});

test("the provider itself refuses to mail an address that bounced or complained", () => {
  for (const [, set] of resourcesOf(mail, "AWS::SES::ConfigurationSet")) {
    expect(set.Properties.SuppressionOptions.SuppressedReasons).toEqual(["BOUNCE", "COMPLAINT"]);
  }
});

test("the outcomes reach the queue as the provider wrote them", () => {
  const [[, subscription] = []] = resourcesOf(mail, "AWS::SNS::Subscription");
  expect(subscription?.Properties).toMatchObject({ Protocol: "sqs", RawMessageDelivery: true });
});

test("an alarm can reach the operator, although the topic has a policy of its own", () => {
  const statements = resourcesOf(mail, "AWS::SNS::TopicPolicy")
    .map(([, policy]) => policy.Properties)
    .filter((properties) => JSON.stringify(properties.Topics) === JSON.stringify([{ Ref: "Alarms" }]))
    .flatMap((properties) => properties.PolicyDocument.Statement);
  expect(statements).toContainEqual(
    expect.objectContaining({ Effect: "Allow", Principal: { Service: "cloudwatch.amazonaws.com" } }),
  );
});

test("who learns of alarms is named in the context", () => {
  const { mail: watched } = synthesize({ alarmAddress: "ops@lantern.example" });
  watched.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: "ops@lantern.example" });
});
