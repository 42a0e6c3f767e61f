import type { Construct } from "constructs";
import { functionNames } from "../bundle/function-names.ts";
import { type ProductFunction, productFunction } from "../parts/product-function.ts";
import { type FunctionName, functionList } from "./function-list.ts";
import { denyChangingEntries, rightsTo } from "./rights.ts";
import type { SettingSources } from "./settings.ts";

/** All deployed functions by name. */
export type Functions = Record<FunctionName, ProductFunction>;

/** Deploys every function of the list, and makes sure that the list has every file in functions/. */
export function deployFunctions(scope: Construct, sources: SettingSources): Functions {
  refuseUnlisted();
  const rights = rightsTo(sources);
  const deployed = Object.entries(functionList).map(([name, { may, ...parts }]) => {
    const made = productFunction(scope, name, sources.deployment.bundles, {
      ...parts,
      may: may.map((right) => rights[right]),
    });
    made.rights.addStatements(denyChangingEntries(sources.data.ledger));
    return [name, made] as const;
  });
  return Object.fromEntries(deployed) as Functions;
}

function refuseUnlisted(): void {
  const unlisted = functionNames().filter((name) => !(name in functionList));
  if (unlisted.length === 0) return;
  const files = unlisted.map((name) => `functions/${name}.ts`).join(", ");
  throw new Error(`${files}: not deployed. Add it to infra/engine/function-list.ts with what it may do.`);
}
