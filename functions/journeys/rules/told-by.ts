import type { Event } from "../../platform/events.ts";

/** What a triggering event tells the mails of its journey: which trial it is about. */
export function toldBy(event: Event): Record<string, unknown> {
  if (event.type !== "trial.confirmed") return {};
  return { trial: { offer: event.data.offer, endsAt: event.data.trialEndsAt } };
}
