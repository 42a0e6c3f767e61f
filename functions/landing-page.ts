import { showLanding } from "./http/answers/landing.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** GET / and GET /o/{offer}: the page of a trial offer. */
export const handler = httpHandler(showLanding);
