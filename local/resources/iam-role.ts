import { z } from "zod";
import { ACCOUNT, physicalName, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** One statement of a policy; NotAction and NotResource are left out on purpose: nothing here uses them. */
export const Statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).optional(),
});

export type Statement = z.infer<typeof Statement>;

const PolicyDocument = z.strictObject({ Version: z.string().optional(), Statement: z.array(Statement) });

const Role = z.strictObject({
  RoleName: z.string().optional(),
  AssumeRolePolicyDocument: z.unknown(),
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument })).default([]),
  Description: understood,
  MaxSessionDuration: understood,
  Path: understood,
  Tags: understood,
});

export const iamRole: ResourceKind<z.infer<typeof Role>> = {
  type: "AWS::IAM::Role",
  properties: Role,
  identify(resource) {
    const name = physicalName(resource, "RoleName");
    return { ref: name, attributes: { Arn: `arn:aws:iam::${ACCOUNT}:role/${name}`, RoleId: name } };
  },
};

const Policy = z.strictObject({ PolicyName: z.string(), PolicyDocument, Roles: z.array(z.string()) });

export const iamPolicy: ResourceKind<z.infer<typeof Policy>> = {
  type: "AWS::IAM::Policy",
  properties: Policy,
  identify: ({ logicalId }) => ({ ref: logicalId, attributes: {} }),
};
