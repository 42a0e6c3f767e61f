import unsubscribe from "../../../templates/pages/unsubscribe.hbs";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { MARKS } from "./marks.ts";

/** The one question on leaving; the names are what the form sends and what reports count. */
export const LEAVING_REASONS = ["too-many", "not-useful", "not-now", "never-asked", "unhappy", "other"] as const;

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
  const reasons = LEAVING_REASONS.map((name) => ({ name, label: words(locale, `unsubscribe.why.${name}`) }));
  return { stopped: { action, reasons, text: words(locale, `unsubscribe.${model.state}.text`) } };
}
