import { laneWorker } from "./lanes/lane-worker.ts";

/** The transactional lane: mail that people wait for, at once. */
export const handler = laneWorker("transactional");
