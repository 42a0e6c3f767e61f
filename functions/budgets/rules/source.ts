/** All marketing mail together has a budget too. */
export const EVERYTHING = "everything";

/** What a mail was made by: a journey's step, or an event by its template. Each has an error budget of its own. */
export function sourceOf({ journey, step }: { journey?: string; step?: string }, template: string): string {
  return journey && step ? `${journey}/${step}` : `notice/${template}`;
}
