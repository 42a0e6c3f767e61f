import { showConfirm, takeConfirm } from "./http/answers/confirm.ts";
import { byRoute } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** GET and POST /confirm: the link of the confirmation mail. */
export const handler = httpHandler(byRoute({ "GET /confirm": showConfirm, "POST /confirm": takeConfirm }));
