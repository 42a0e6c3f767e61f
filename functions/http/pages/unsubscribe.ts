import unsubscribe from "../../../templates/pages/unsubscribe.hbs";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { leavingReasons } from "./leaving-reasons.ts";
import { MARKS } from "./marks.ts";

export type UnsubscribeModel =
  | { state: "ask"; token: string; email?: string | undefined }
  | { state: "stopped" | "already"; token: string }
  | { state: "thanked" | "invalid" };

/** The page behind the link in every letter: one button, then one question that may stay unanswered. */
export function unsubscribePage(model: UnsubscribeModel, frame: PageFrame): string {
  const title = words(frame.locale, `unsubscribe.${model.state}.title`);
  const mark = MARKS[model.state === "invalid" ? "lost" : model.state === "thanked" ? "done" : "quiet"];
  return renderPage(unsubscribe, title, { ...viewOf(model, frame), mark }, frame);
}

function viewOf(model: UnsubscribeModel, { locale }: PageFrame): object {
  if (!("token" in model)) return { [model.state]: true };
  const action = `/unsubscribe?${new URLSearchParams({ t: model.token, lang: locale })}`;
  if (model.state === "ask") return { ask: { action, email: model.email } };
  return {
    stopped: { action, reasons: leavingReasons(locale), text: words(locale, `unsubscribe.${model.state}.text`) },
  };
}
