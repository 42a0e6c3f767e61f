import { z } from "zod";
import type { ResourceKind } from "../assembly/resource-kind.ts";

const Override = z.boolean();

const ResponseHeadersPolicy = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    SecurityHeadersConfig: z
      .strictObject({
        ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), Override }).optional(),
        ContentTypeOptions: z.strictObject({ Override }).optional(),
        FrameOptions: z.strictObject({ FrameOption: z.string(), Override }).optional(),
        ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override }).optional(),
        StrictTransportSecurity: z
          .strictObject({
            AccessControlMaxAgeSec: z.number(),
            IncludeSubdomains: z.boolean().default(false),
            Preload: z.boolean().default(false),
            Override,
          })
          .optional(),
      })
      .optional(),
    CustomHeadersConfig: z
      .strictObject({ Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override })) })
      .optional(),
    RemoveHeadersConfig: z.strictObject({ Items: z.array(z.strictObject({ Header: z.string() })) }).optional(),
  }),
});

export type ResponseHeadersPolicy = z.infer<typeof ResponseHeadersPolicy>["ResponseHeadersPolicyConfig"];

export const responseHeadersPolicy: ResourceKind<z.infer<typeof ResponseHeadersPolicy>> = {
  type: "AWS::CloudFront::ResponseHeadersPolicy",
  properties: ResponseHeadersPolicy,
  identify: ({ stackName, logicalId }) => {
    const id = `${stackName}-${logicalId}`;
    return { ref: id, attributes: { Id: id } };
  },
};
