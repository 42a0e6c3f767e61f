import { AssemblyError } from "../assembly/assembly-error.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import { iamPolicy, iamRole, type Statement } from "../resources/iam-role.ts";
import { operatorNamed } from "./conditions.ts";

/** What Amazon's own policies allow of the services that exist locally; these only concern logs and tracing. */
const HARMLESS_MANAGED_POLICIES = ["service-role/AWSLambdaBasicExecutionRole", "AWSXRayDaemonWriteAccess"];

/** Every role's statements, by the role's ARN. */
export function rolePolicies(assembly: Assembly): Map<string, Statement[]> {
  const policies = assembly.of(iamPolicy);
  const roles = assembly.of(iamRole).map((role): [string, Statement[]] => {
    const where = { stack: role.stackName, logicalId: role.logicalId, type: iamRole.type };
    for (const arn of role.properties.ManagedPolicyArns) {
      if (HARMLESS_MANAGED_POLICIES.some((name) => arn.endsWith(`:policy/${name}`))) continue;
      throw new AssemblyError(where, `the local runtime does not know what ${arn} allows; write the rights out.`);
    }
    const own = role.properties.Policies.map(({ PolicyDocument }) => PolicyDocument);
    const attached = policies.filter(({ properties }) => properties.Roles.includes(role.ref));
    const documents = [...own, ...attached.map(({ properties }) => properties.PolicyDocument)];
    const statements = documents.flatMap(({ Statement }) => Statement);
    checkOperators(statements, where);
    return [role.attributes.Arn ?? "", statements];
  });
  return new Map(roles);
}

function checkOperators(statements: Statement[], where: { stack: string; logicalId: string; type: string }): void {
  try {
    for (const { Condition } of statements) Object.keys(Condition ?? {}).forEach(operatorNamed);
  } catch (cause) {
    throw new AssemblyError(where, (cause as Error).message);
  }
}
