import { showUnsubscribe, takeUnsubscribe } from "./http/answers/unsubscribe.ts";
import { byRoute } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** GET and POST /unsubscribe: the stop link of every marketing mail. */
export const handler = httpHandler(
  byRoute({ "GET /unsubscribe": showUnsubscribe, "POST /unsubscribe": takeUnsubscribe }),
);
