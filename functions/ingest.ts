import { takeBatch, takeIdentify, takeTrack } from "./http/answers/ingest.ts";
import { byRoute } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** Segment's verbs: what a shop reports of its customers. */
export const handler = httpHandler(
  byRoute({ "POST /v1/identify": takeIdentify, "POST /v1/track": takeTrack, "POST /v1/batch": takeBatch }),
);
