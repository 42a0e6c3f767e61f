import type { Locale } from "../contacts/rules/contact.ts";
import type { Redemption } from "../rewards/rules/redemption.ts";

/** Something that points were spent on, in the form of the member's API. */
export function redemptionView({ id, reward, state, at, code, goodUntil }: Redemption, locale: Locale) {
  const { name, kind, title, points } = reward;
  const what = { id, rewardId: name, kind, title: title[locale], points };
  return { ...what, state, at, code: code ?? null, goodUntil: goodUntil ?? null };
}
