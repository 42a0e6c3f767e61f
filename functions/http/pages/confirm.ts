import confirm from "../../../templates/pages/confirm.hbs";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { MARKS, type Mark } from "./marks.ts";

interface TrialOffer {
  title: string;
  lengthDays: number;
}

/** Where somebody stands who opened or pressed the link of the confirmation mail. */
export type ConfirmModel =
  | { state: "ask"; token: string; offer: TrialOffer }
  | {
      state: "done";
      offer: TrialOffer;
      trialEndsAt: string;
      startUrl: string;
      referral?: { link: string; points?: number | undefined } | undefined;
    }
  | { state: "already"; offer: TrialOffer; startUrl: string; trialEndsAt?: string | undefined }
  | { state: "expired" | "invalid"; offerPath: string }
  | { state: "full"; offer: TrialOffer; opensAgainAt?: string | undefined }
  | { state: "closed"; offer: TrialOffer };

const marks: Record<ConfirmModel["state"], Mark> = {
  ask: "button",
  done: "done",
  already: "done",
  expired: "clock",
  invalid: "lost",
  full: "clock",
  closed: "clock",
};

/** The confirmation page: one button before, and afterwards what came of it. */
export function confirmPage(model: ConfirmModel, frame: PageFrame): string {
  const view = { ...viewOf(model, frame), mark: MARKS[marks[model.state]] };
  return renderPage(confirm, words(frame.locale, `confirm.${model.state}.title`), view, frame);
}

function viewOf(model: ConfirmModel, { locale }: PageFrame): object {
  if (model.state !== "expired" && model.state !== "invalid") return { [model.state]: model };
  // Both lead to the same next step: a new link.
  return { again: { text: words(locale, `confirm.${model.state}.text`), path: model.offerPath } };
}
