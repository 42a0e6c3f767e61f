import type { Operation } from "./context.ts";
import { validationError } from "./dynamo-error.ts";
import { BUCKETS } from "./key-bytes.ts";
import { type Clause, readPage, type Source, sourceOf } from "./read-page.ts";
import type { ReadRequest } from "./request.ts";
import { rowKey } from "./rows.ts";
import { startAfter } from "./start-key.ts";

/** Reads a table or an index in no useful order, whole or by segments. */
export const scan: Operation<ReadRequest> = (context, request) => {
  const source = sourceOf(context, request);
  const clauses = [...segment(request), ...begin(request, source)];
  const order = `bucket, hash, range${source.index ? ", item_hash, item_range" : ""}`;
  return readPage(context, request, { source, clauses, order });
};

function segment({ Segment = 0, TotalSegments = 1 }: ReadRequest): Clause[] {
  if (TotalSegments === 1) return [];
  const border = (position: number): number => Math.ceil((BUCKETS * position) / TotalSegments);
  return [{ sql: "bucket >= ? AND bucket < ?", values: [border(Segment), border(Segment + 1)] }];
}

function begin(request: ReadRequest, source: Source): Clause[] {
  const key = request.ExclusiveStartKey;
  if (!key) return [];
  const after = startAfter(source, key);
  const { bucket, hash } = rowKey(source.index ?? source.table, key);
  const within = segment(request)[0]?.values as number[] | undefined;
  if (within && (bucket < (within[0] as number) || bucket >= (within[1] as number))) {
    throw validationError(
      "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct " +
        `Segment. TotalSegments: ${request.TotalSegments} Segment: ${request.Segment}`,
    );
  }
  return [
    { sql: `(bucket, hash, ${after.columns}) > (?, ?, ${after.marks})`, values: [bucket, hash, ...after.values] },
  ];
}
