import type { Topic } from "../brand/rules/brand.ts";
import type { ChosenPreferences } from "../contacts/choose-preferences.ts";
import { PACES, PAUSES } from "../contacts/rules/preferences.ts";
import { localeOf } from "./locale-from.ts";
import type { Fields } from "./read-fields.ts";

const BREAKS = ["none", "as-is", ...PAUSES] as const;

/** What the preference form says: a topic whose box is empty is left out, and what is not ours is as if left alone. */
export function preferencesIn(fields: Fields, topics: readonly Topic[]): ChosenPreferences {
  return {
    mutedTopics: topics.map(({ name }) => name).filter((name) => fields[`topic.${name}`] !== "on"),
    pace: PACES.find((pace) => pace === fields.pace) ?? "every",
    pause: BREAKS.find((each) => each === fields.pause) ?? "as-is",
    locale: localeOf(fields.locale),
  };
}
