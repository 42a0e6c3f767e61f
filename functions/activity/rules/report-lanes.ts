/**
 * Sorts the reports of a batch into lanes that may be worked on at the same time: whatever is about the same person or
 * the same order stays in one lane, in the order told, so that a refund follows its purchase.
 */
export function reportLanes(reports: readonly unknown[]): number[][] {
  const first = reports.map((_, index) => index);
  const lastWith = new Map<string, number>();
  for (const [index, report] of reports.entries()) {
    for (const name of namesIn(report)) {
      const other = lastWith.get(name);
      if (other !== undefined) join(first, other, index);
      lastWith.set(name, index);
    }
  }
  const lanes = new Map<number, number[]>();
  for (const index of reports.keys()) {
    const start = startOf(first, index);
    lanes.set(start, [...(lanes.get(start) ?? []), index]);
  }
  return [...lanes.values()];
}

/** Everything in a report by which another one may be about the same. */
function namesIn(report: unknown): string[] {
  const { userId, traits, context, properties } = fieldsOf(report);
  const emails = [fieldsOf(traits).email, fieldsOf(fieldsOf(context).traits).email];
  return [
    ...texts([userId]).map((id) => `user ${id}`),
    ...texts(emails).map((email) => `mail ${email.trim().toLowerCase()}`),
    ...texts([fieldsOf(properties).order_id]).map((order) => `order ${order}`),
  ];
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function texts(values: unknown[]): string[] {
  return values.filter((value): value is string => typeof value === "string");
}

function join(first: number[], one: number, other: number): void {
  const [low = 0, high = 0] = [startOf(first, one), startOf(first, other)].sort((a, b) => a - b);
  first[high] = low;
}

/** The first report of the lane that a report is in. */
function startOf(first: number[], index: number): number {
  let at = index;
  while (first[at] !== at) at = first[at] ?? at;
  return at;
}
