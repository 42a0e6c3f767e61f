import * as z from "zod";
import { badRequest } from "./ses-refusal.ts";

const Content = z.object({ Data: z.string(), Charset: z.string().optional() });
const Header = z.object({ Name: z.string(), Value: z.string() });
const Tag = z.object({ Name: z.string(), Value: z.string() });
const Attachment = z.object({
  FileName: z.string(),
  RawContent: z.string(),
  ContentType: z.string().optional(),
  ContentDisposition: z.string().optional(),
  ContentId: z.string().optional(),
});
export const TemplateContent = z.object({
  Subject: z.string().optional(),
  Text: z.string().optional(),
  Html: z.string().optional(),
});
const Template = z.object({
  TemplateName: z.string().optional(),
  TemplateArn: z.string().optional(),
  TemplateContent: TemplateContent.optional(),
  TemplateData: z.string().optional(),
  Headers: z.array(Header).optional(),
  Attachments: z.array(Attachment).optional(),
});
const Destination = z.object({
  ToAddresses: z.array(z.string()).optional(),
  CcAddresses: z.array(z.string()).optional(),
  BccAddresses: z.array(z.string()).optional(),
});
const Message = z.object({
  Subject: Content,
  Body: z.object({ Text: Content.optional(), Html: Content.optional() }),
  Headers: z.array(Header).optional(),
  Attachments: z.array(Attachment).optional(),
});

export const SendEmailInput = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: Destination.optional(),
  ReplyToAddresses: z.array(z.string()).optional(),
  Content: z.object({
    Simple: Message.optional(),
    Raw: z.object({ Data: z.string() }).optional(),
    Template: Template.optional(),
  }),
  EmailTags: z.array(Tag).optional(),
  ConfigurationSetName: z.string().optional(),
  ListManagementOptions: z.never("the local SES keeps no contact lists").optional(),
});

export const SendBulkEmailInput = z.object({
  FromEmailAddress: z.string().optional(),
  ReplyToAddresses: z.array(z.string()).optional(),
  DefaultEmailTags: z.array(Tag).optional(),
  DefaultContent: z.object({ Template }),
  BulkEmailEntries: z.array(
    z.object({
      Destination,
      ReplacementTags: z.array(Tag).optional(),
      ReplacementEmailContent: z
        .object({ ReplacementTemplate: z.object({ ReplacementTemplateData: z.string().optional() }).optional() })
        .optional(),
      ReplacementHeaders: z.array(Header).optional(),
    }),
  ),
  ConfigurationSetName: z.string().optional(),
});

export type SendEmailInput = z.infer<typeof SendEmailInput>;
export type SendBulkEmailInput = z.infer<typeof SendBulkEmailInput>;
export type TemplateContent = z.infer<typeof TemplateContent>;
export type TemplateInput = z.infer<typeof Template>;
export type MailHeader = z.infer<typeof Header>;
export type MailTag = z.infer<typeof Tag>;
export type MailAttachment = z.infer<typeof Attachment>;
export type MailDestination = z.infer<typeof Destination>;

/** Parses a request body by its schema; what does not fit is refused by name. */
export function inputFrom<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw badRequest(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
}
