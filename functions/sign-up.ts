import { takeTrialForm, takeTrialJson } from "./http/answers/trial-request.ts";
import { byRoute } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** POST /v1/trials and the page's form: takes a request for a trial. */
export const handler = httpHandler(byRoute({ "POST /v1/trials": takeTrialJson, "POST /trials": takeTrialForm }));
