import preferences from "../../../templates/pages/preferences.hbs";
import type { Locale } from "../../contacts/rules/contact.ts";
import { languageLinks } from "../language-links.ts";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { MARKS } from "./marks.ts";

export type PreferencesModel =
  | { state: "choose"; token: string; letters: boolean; locale: Locale; saved: boolean }
  | { state: "invalid" };

/** What a person may choose about our mail: whether and in which language. */
export function preferencesPage(model: PreferencesModel, frame: PageFrame): string {
  return renderPage(preferences, words(frame.locale, `preferences.${model.state}.title`), viewOf(model, frame), frame);
}

function viewOf(model: PreferencesModel, { here, locale }: PageFrame): object {
  if (model.state === "invalid") return { invalid: true, mark: MARKS.lost };
  const { letters, saved, token } = model;
  const languages = languageLinks(here, locale).map((link) => ({ ...link, chosen: link.locale === model.locale }));
  const action = `/preferences?${new URLSearchParams({ t: token })}`;
  return { choose: { letters, saved, languages, action }, mark: MARKS.letter };
}
