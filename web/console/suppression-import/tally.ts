import type { SuppressionRowsChecked } from "../../api/schema.d.ts";
import type { LinedRow } from "./list-rows.ts";

type Verdict = SuppressionRowsChecked["verdicts"][number];

/** What an import would do, as far as it has been tried; an address that comes again changes nothing more. */
export interface Tally {
  counts: Record<Verdict, number>;
  repeated: number;
  datesUnread: number;
  refused: LinedRow[];
}

/** Adds up what the service says of one call of rows after the other. */
export function startTally(): { tally: Tally; add(rows: readonly LinedRow[], checked: SuppressionRowsChecked): void } {
  const seen = new Set<string>();
  const tally: Tally = {
    counts: { new: 0, graver: 0, kept: 0, refused: 0 },
    repeated: 0,
    datesUnread: 0,
    refused: [],
  };
  const count = (each: LinedRow, verdict: Verdict) => {
    const email = each.row.email.toLowerCase();
    const isRepeated = seen.has(email) && verdict !== "refused";
    seen.add(email);
    if (isRepeated) tally.repeated += 1;
    else tally.counts[verdict] += 1;
    if (verdict === "refused") tally.refused.push(each);
  };
  return {
    tally,
    add(rows, { verdicts, datesUnread }) {
      tally.datesUnread += datesUnread;
      for (const [at, each] of rows.entries()) count(each, verdicts[at] ?? "kept");
    },
  };
}
