import { laneWorker } from "./lanes/lane-worker.ts";

/** The marketing lane: mail that people agreed to, as fast as SES allows. */
export const handler = laneWorker("marketing");
