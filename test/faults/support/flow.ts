import type { Reach } from "./reach.ts";

/** Something a person, the shop or time does; it throws when no answer comes, and can be done again. */
export type Step = (reach: Reach) => Promise<void>;

/** What happens in a product that was prepared for it. */
export interface Flow {
  /** For the title: "a friend's order". */
  name: string;
  prepare: Step;
  steps: Step[];
}
