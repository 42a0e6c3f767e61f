import { answerConsole } from "./http/console/answer-console.ts";
import { previewAnswers } from "./http/console/preview-answers.ts";
import { templateAnswers } from "./http/console/template-answers.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** The templates room of the console, alone with the MJML compiler, which no other function needs to carry. */
export const handler = httpHandler(answerConsole([...templateAnswers, ...previewAnswers]));
