import { answerConsole } from "./http/console/answer-console.ts";
import { sendingAnswers } from "./http/console/sending-answers.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** The part of the console's API that asks SES: nobody else's start has to wait for its client. */
export const handler = httpHandler(answerConsole(sendingAnswers));
