import * as z from "zod/mini";
import { Batch, Identify, Track } from "../../activity/rules/reported-event.ts";
import { route } from "./route.ts";

export const Reported = z.strictObject({ success: z.boolean() });
export const BatchReported = z.strictObject({
  success: z.boolean(),
  accepted: z.int(),
  refused: z.array(z.looseObject({ index: z.int(), code: z.string(), detail: z.optional(z.string()) })),
});

export const identify = route({
  id: "identify",
  method: "POST",
  path: "/v1/identify",
  audience: "integrator",
  summary: "Segment's identify: who a person is; the same messageId twice is the same thing once",
  body: Identify,
  answers: { 200: Reported },
});

export const track = route({
  id: "track",
  method: "POST",
  path: "/v1/track",
  audience: "integrator",
  summary: "Segment's track: Order Completed, Order Refunded, Product Reviewed, Trial Used, or any name of your own",
  body: Track,
  answers: { 200: Reported },
});

export const batch = route({
  id: "batch",
  method: "POST",
  path: "/v1/batch",
  audience: "integrator",
  summary: "Up to 500 reports at once; 200 once every accepted one is durable, the refused ones are named",
  body: Batch,
  answers: { 200: BatchReported },
});
