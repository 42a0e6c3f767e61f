import { showLinkTarget } from "./http/answers/follow-link.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** GET /c/{link}/{token}: the links of marketing mail; a click changes nothing here, SES reports it. */
export const handler = httpHandler(showLinkTarget);
