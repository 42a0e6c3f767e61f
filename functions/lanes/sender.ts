import type { Instant } from "../platform/clock.ts";

/** What a sender needs of the world: the product's time, a clock to pace by, and how long it may still work. */
export interface Sender {
  now(): Instant;
  /** Milliseconds of a clock that only runs forwards. */
  paceMs(): number;
  wait(milliseconds: number): Promise<void>;
  remainingMs(): number;
}
