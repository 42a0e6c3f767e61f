import inbox from "../../../templates/pages/inbox.hbs";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { inboxLink } from "./inbox-link.ts";
import { MARKS } from "./marks.ts";

export interface InboxModel {
  /** As it was typed. Known, unknown and suppressed addresses see this same page. */
  email: string;
  linkValidDays: number;
  /** Where the form is, for whoever mistyped. */
  againPath: string;
}

/** "Look in your inbox": the answer to every sign-up. */
export function inboxPage(model: InboxModel, frame: PageFrame): string {
  const view = { ...model, mark: MARKS.letter, inbox: inboxLink(model.email) };
  return renderPage(inbox, words(frame.locale, "inbox.title"), view, frame);
}
