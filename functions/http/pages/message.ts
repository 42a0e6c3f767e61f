import message from "../../../templates/pages/message.hbs";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { MARKS, type Mark } from "./marks.ts";

/** The pages that say "not this way", calmly, and show the way on. */
export type MessageKind = "not-found" | "gone" | "too-many-requests" | "bad-request" | "not-allowed" | "fault";

export interface MessageModel {
  kind: MessageKind;
  /** Where the button leads; the first page when left out. */
  againPath?: string | undefined;
  retryAfterSeconds?: number | undefined;
  requestId?: string | undefined;
}

const marks: Record<MessageKind, Mark> = {
  "not-found": "lost",
  gone: "clock",
  "too-many-requests": "clock",
  "bad-request": "again",
  "not-allowed": "lost",
  fault: "again",
};

/** A page for what went wrong. */
export function messagePage(model: MessageModel, frame: PageFrame): string {
  const { locale } = frame;
  const view = {
    mark: MARKS[marks[model.kind]],
    text: words(locale, `message.${model.kind}.text`),
    wait: model.retryAfterSeconds && waitWords(model.retryAfterSeconds, frame),
    requestId: model.requestId,
    action: {
      path: model.againPath ?? "/",
      label: words(locale, model.againPath ? "message.again" : "message.home"),
    },
  };
  return renderPage(message, words(locale, `message.${model.kind}.title`), view, frame);
}

function waitWords(seconds: number, { locale }: PageFrame): string {
  return words(locale, "message.wait", { count: Math.max(1, Math.ceil(seconds / 60)) });
}
