import type { Permission } from "../aws-service.ts";
import type { Statement } from "../resources/iam-role.ts";
import { conditionsHold } from "./conditions.ts";
import { fitsArn, fitsWildcard } from "./wildcard.ts";

export type Verdict = "allowed" | "denied-explicitly" | "not-allowed";

/** IAM's rule: whatever is denied stays denied, and what nobody allows is not allowed. */
export function evaluate(statements: Statement[], permission: Permission): Verdict {
  const applying = statements.filter((statement) => applies(statement, permission));
  if (applying.some(({ Effect }) => Effect === "Deny")) return "denied-explicitly";
  return applying.length > 0 ? "allowed" : "not-allowed";
}

function applies({ Action, Resource, Condition }: Statement, { action, resource, context = {} }: Permission): boolean {
  return (
    Action.some((pattern) => fitsWildcard(pattern.toLowerCase(), action.toLowerCase())) &&
    Resource.some((pattern) => pattern === "*" || fitsArn(pattern, resource)) &&
    // Every call of this machine stands for an encrypted one; it never leaves the loopback address.
    conditionsHold(Condition, { "aws:SecureTransport": ["true"], ...context })
  );
}
