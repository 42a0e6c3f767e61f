import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { SettingName } from "../../functions/platform/settings.ts";

/** Leave to use a thing, together with the settings that name the thing: nobody gets one without the other. */
export interface Right {
  statements: PolicyStatement[];
  settings: Partial<Record<SettingName, string>>;
  /** For every resource with a wildcard, why it has one. */
  wildcards?: Readonly<Record<string, string>>;
}

/** A statement that allows exactly these actions on exactly these resources. */
export function allow(actions: string[], resources: string[], conditions?: Record<string, unknown>): PolicyStatement {
  return new PolicyStatement({ actions, resources, ...(conditions ? { conditions } : {}) });
}
