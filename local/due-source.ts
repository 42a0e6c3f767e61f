/** Anything that has something to do at a later instant: schedules, hidden queue messages, expiring items. */
export interface DueSource {
  name: string;
  /** The earliest instant (epoch ms) at which there is something to do; undefined when there is nothing. */
  nextDueAt(): number | undefined | Promise<number | undefined>;
  /** Does what is due at `now` and says how many things that were; a cheap no-op when nothing is due. */
  runDue(now: number): number | Promise<number>;
}
