import { type Item, type Path, valueAt } from "./attribute-value.ts";
import { applyChange, unitsOf } from "./change.ts";
import type { Context, Operation } from "./context.ts";
import { helpers } from "./dynalite.ts";
import { conditionFailed } from "./dynamo-error.ts";
import { type Plan, planWrite, targetOf } from "./plan-write.ts";
import type { TransactPart, WriteRequest } from "./request.ts";

export const putItem: Operation<WriteRequest> = (context, request) => writeItem(context, "Put", request);
export const updateItem: Operation<WriteRequest> = (context, request) => writeItem(context, "Update", request);
export const deleteItem: Operation<WriteRequest> = (context, request) => writeItem(context, "Delete", request);

function writeItem(context: Context, part: TransactPart, request: WriteRequest): Record<string, unknown> {
  const plan = planWrite(targetOf(context, part, request));
  const { table, change, allowed } = plan;
  // A refused condition costs a write all the same.
  context.meter.write(table, unitsOf(change));
  if (!allowed) {
    throw conditionFailed(request.ReturnValuesOnConditionCheckFailure === "ALL_OLD" ? change.before : undefined);
  }
  commit(context, [plan]);
  const attributes = returned(plan);
  return attributes ? { Attributes: attributes } : {};
}

/** Writes planned changes, all or none, and reports the streams that grew. */
export function commit(context: Context, plans: Plan[], also?: () => void): void {
  const grown = new Set<string>();
  const now = context.now();
  context.database.atomically(() => {
    for (const { table, change } of plans) {
      if (applyChange(context.database, change, now)) grown.add(table.name);
    }
    also?.();
  });
  for (const table of grown) context.streamed(table);
}

function returned({ request, change: { before, after } }: Plan): Item | undefined {
  const paths = request._updates?.paths ?? [];
  switch (request.ReturnValues) {
    case "ALL_OLD":
      return before;
    case "ALL_NEW":
      return after;
    case "UPDATED_OLD":
      return before && touched(paths, before);
    case "UPDATED_NEW":
      return after && touched(paths, after);
    default:
      return undefined;
  }
}

function touched(paths: Path[], item: Item): Item | undefined {
  const present = paths.filter((path) => valueAt(item, path));
  return present.length > 0 ? helpers.mapPaths(present, item) : undefined;
}
