import { showPreferences, takePreferences } from "./http/answers/preferences.ts";
import { byRoute } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** GET and POST /preferences: what a person wants to get from us. */
export const handler = httpHandler(
  byRoute({ "GET /preferences": showPreferences, "POST /preferences": takePreferences }),
);
