import { z } from "zod";
import { physicalName, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const EmailIdentity = z.strictObject({
  EmailIdentity: z.string(),
  DkimAttributes: understood,
  DkimSigningAttributes: understood,
  FeedbackAttributes: understood,
  MailFromAttributes: understood,
  ConfigurationSetAttributes: z.strictObject({ ConfigurationSetName: z.string() }).optional(),
  Tags: understood,
});

export const sesEmailIdentity: ResourceKind<z.infer<typeof EmailIdentity>> = {
  type: "AWS::SES::EmailIdentity",
  properties: EmailIdentity,
  identify({ text }) {
    const name = text("EmailIdentity") ?? "";
    const records = [1, 2, 3].flatMap((each) => [
      [`DkimDNSTokenName${each}`, `token${each}._domainkey.${name}`],
      [`DkimDNSTokenValue${each}`, `token${each}.dkim.amazonses.com`],
    ]);
    return { ref: name, attributes: Object.fromEntries(records) };
  },
};

const ConfigurationSet = z.strictObject({
  Name: z.string().optional(),
  SuppressionOptions: z.strictObject({ SuppressedReasons: z.array(z.enum(["BOUNCE", "COMPLAINT"])) }).optional(),
  SendingOptions: z.strictObject({ SendingEnabled: z.boolean() }).optional(),
  ReputationOptions: understood,
  DeliveryOptions: understood,
  TrackingOptions: understood,
  VdmOptions: understood,
  Tags: understood,
});

export const sesConfigurationSet: ResourceKind<z.infer<typeof ConfigurationSet>> = {
  type: "AWS::SES::ConfigurationSet",
  properties: ConfigurationSet,
  identify: (resource) => ({ ref: physicalName(resource, "Name"), attributes: {} }),
};

const EventDestination = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: z.string().optional(),
    Enabled: z.boolean(),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.strictObject({ TopicARN: z.string() }),
  }),
});

export const sesEventDestination: ResourceKind<z.infer<typeof EventDestination>> = {
  type: "AWS::SES::ConfigurationSetEventDestination",
  properties: EventDestination,
  identify: ({ stackName, logicalId }) => ({ ref: `${stackName}-${logicalId}`, attributes: {} }),
};
