/** A place in a list that is kept by month: the month, and how far into it one has read. */
export interface MonthPlace {
  month: string;
  after?: string;
}

/** Reads a place from a cursor; undefined when it is none of ours. */
export function monthPlace(cursor: string): MonthPlace | undefined {
  const [, month, after] = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:\.([\w-]{1,1500}))?$/.exec(cursor) ?? [];
  if (!month) return undefined;
  return after ? { month, after } : { month };
}

/** A place as a cursor. */
export function placeText({ month, after }: MonthPlace): string {
  return after ? `${month}.${after}` : month;
}

/** The month before a month. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number > 1 ? `${year}-${String(number - 1).padStart(2, "0")}` : `${year - 1}-12`;
}
