import type { Permission } from "../aws-service.ts";
import { evaluate } from "../iam/evaluate.ts";
import type { Statement } from "../resources/iam-role.ts";
import { OPERATOR } from "./aws-request.ts";

/** Says why a caller may not make a call; undefined when it may. */
export type Authorize = (caller: string, permissions: Permission[]) => string | undefined;

/** Checks every right of a call against the role that the assembly gave the calling function. */
export function createAuthorize(statementsOf: Map<string, Statement[]>): Authorize {
  return (caller, permissions) => {
    if (caller === OPERATOR) return undefined;
    const statements = statementsOf.get(caller);
    if (statements === undefined) return `The access key names no function: ${caller}.`;
    const missing = permissions.find((permission) => evaluate(statements, permission) !== "allowed");
    return missing === undefined ? undefined : refusal(caller, missing, statements);
  };
}

function refusal(caller: string, missing: Permission, statements: Statement[]): string {
  const explicit = evaluate(statements, missing) === "denied-explicitly";
  const why = explicit ? "with an explicit deny in its role" : "because no policy of its role allows the action";
  return `Function ${caller} is not authorized to perform ${missing.action} on resource ${missing.resource} ${why}.`;
}
