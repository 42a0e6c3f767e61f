import { answerConsole } from "./http/console/answer-console.ts";
import { contactAnswers } from "./http/console/contact-answers.ts";
import { costAnswers } from "./http/console/cost-answers.ts";
import { importAnswers } from "./http/console/import-answers.ts";
import { mailAnswers } from "./http/console/mail-answers.ts";
import { privacyAnswers } from "./http/console/privacy-answers.ts";
import { reconciliationAnswers } from "./http/console/reconciliation-answers.ts";
import { redemptionAnswers } from "./http/console/redemption-answers.ts";
import { sessionAnswers } from "./http/console/session-answers.ts";
import { suppressionAnswers } from "./http/console/suppression-answers.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** The console's API, except the templates room, which has a function of its own. */
export const handler = httpHandler(
  answerConsole([
    ...sessionAnswers,
    ...contactAnswers,
    ...mailAnswers,
    ...privacyAnswers,
    ...reconciliationAnswers,
    ...suppressionAnswers,
    ...importAnswers,
    ...costAnswers,
    ...redemptionAnswers,
  ]),
);
