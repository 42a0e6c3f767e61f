/** All marketing mail together has a budget too. */
export const EVERYTHING = "everything";

/** What is known of a mail's making. */
export interface Made {
  kind: "transactional" | "marketing";
  template: string;
  cause: { journey?: string; step?: string };
}

/** What a mail was made by: a journey's step, or an event by its template. */
export function sourceOf({ template, cause: { journey, step } }: Omit<Made, "kind">): string {
  return journey && step ? `${journey}/${step}` : `notice/${template}`;
}

/** The source whose error budget counts a mail: each has one of its own, and mail that people wait for has none. */
export function budgetedSource(made: Made): string | undefined {
  return made.kind === "marketing" ? sourceOf(made) : undefined;
}
