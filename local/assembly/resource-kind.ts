import type { z } from "zod";

/** What a template may ask of a resource by Ref and Fn::GetAtt. */
export interface Identity {
  ref: string;
  attributes: Record<string, string>;
}

/** A resource as its kind sees it while naming it: other properties are resolved only when asked for. */
export interface NamedResource {
  stackName: string;
  logicalId: string;
  /** The resolved property when it is a text, else undefined. */
  text(property: string): string | undefined;
}

/**
 * What the local runtime knows of one resource type. `properties` is strict: a property that it does not list
 * stops the start, because the cloud would act on it and this machine would not.
 */
export interface ResourceKind<Properties = unknown> {
  type: string;
  properties: z.ZodType<Properties>;
  identify(resource: NamedResource): Identity;
}

/** A resource of a known kind with everything resolved. */
export interface LoadedResource<Properties> extends Identity {
  stackName: string;
  logicalId: string;
  metadata: Record<string, unknown>;
  properties: Properties;
}

export const ACCOUNT = "000000000000";
export const REGION = "eu-central-1";

/** The ARN of a thing in the one account and region that exists locally. */
export function arnOf(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** CloudFormation's way of naming what has no name of its own, without its random ending. */
export function physicalName({ stackName, logicalId, text }: NamedResource, property: string): string {
  return text(property) ?? `${stackName}-${logicalId}`;
}
