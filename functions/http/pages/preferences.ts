import preferences from "../../../templates/pages/preferences.hbs";
import type { Topic } from "../../brand/rules/brand.ts";
import type { Locale } from "../../contacts/rules/contact.ts";
import { type MailPreferences, PACES, PAUSES } from "../../contacts/rules/preferences.ts";
import { languageLinks } from "../language-links.ts";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { leavingReasons } from "./leaving-reasons.ts";
import { MARKS, type Mark } from "./marks.ts";

export type PreferencesModel =
  | {
      state: "choose";
      token: string;
      topics: readonly Topic[];
      preferences: MailPreferences;
      locale: Locale;
      /** What was just done, if anything. */
      done?: "saved" | "resumed" | undefined;
    }
  | { state: "silent"; token: string /** Only who has just stopped is asked why. */; asked: boolean }
  | { state: "thanked"; token: string }
  | { state: "invalid" };

const marks: Record<PreferencesModel["state"], Mark> = {
  choose: "letter",
  silent: "quiet",
  thanked: "done",
  invalid: "lost",
};

/** What a person may choose about our mail: what it is about, how often, a break, the language, or none at all. */
export function preferencesPage(model: PreferencesModel, frame: PageFrame): string {
  const view = { ...viewOf(model, frame), mark: MARKS[marks[model.state]] };
  return renderPage(preferences, words(frame.locale, `preferences.${model.state}.title`), view, frame);
}

function viewOf(model: PreferencesModel, frame: PageFrame): object {
  if (model.state === "invalid") return { invalid: true };
  const action = `/preferences?${new URLSearchParams({ t: model.token })}`;
  if (model.state === "choose") return { choose: { ...choicesOf(model, frame), action } };
  const reasons = model.state === "silent" && model.asked ? leavingReasons(frame.locale) : undefined;
  return { silent: { text: words(frame.locale, `preferences.${model.state}.text`), action, reasons } };
}

function choicesOf(
  { topics, preferences: chosen, locale, done }: PreferencesModel & { state: "choose" },
  frame: PageFrame,
): object {
  const { mutedTopics, pace, pausedUntil } = chosen;
  return {
    done: done && words(frame.locale, `preferences.${done}`),
    topics: topics.map(({ name, title, about }) => ({
      name,
      title: title[frame.locale],
      about: about?.[frame.locale],
      chosen: !mutedTopics.includes(name),
    })),
    paces: PACES.map((name) => ({
      name,
      label: words(frame.locale, `preferences.pace.${name}`),
      chosen: name === pace,
    })),
    pausedUntil,
    pauses: PAUSES.map((name) => ({ name, label: words(frame.locale, `preferences.pause.${name}`) })),
    languages: languageLinks(frame.here, frame.locale).map((link) => ({ ...link, chosen: link.locale === locale })),
  };
}
