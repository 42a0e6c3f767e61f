/** What a journey cost in a month, and what it brought. */
export interface JourneyCost {
  journey: string;
  mails: number;
  nanos: number;
  /** How many contacts reached the journey's goal. */
  conversions: number;
  /** What each of them cost; unknown while nobody has. */
  nanosPerConversion: number | undefined;
}

interface Spent {
  source: string;
  mails: number;
  nanos: number;
}

/** Sums up the steps of every journey that sent mail or reached its goal, the most expensive first. */
export function journeyCosts(sources: readonly Spent[], conversions: Readonly<Record<string, number>>): JourneyCost[] {
  const byJourney = Map.groupBy(sources, ({ source }) => source.split("/")[0] ?? source);
  // A notice answers an event and belongs to no journey.
  byJourney.delete("notice");
  const names = new Set([...byJourney.keys(), ...Object.keys(conversions)]);
  const costs = [...names].map((journey) => costOfJourney(journey, byJourney.get(journey) ?? [], conversions[journey]));
  return costs.sort((one, other) => other.nanos - one.nanos);
}

function costOfJourney(journey: string, steps: readonly Spent[], reached = 0): JourneyCost {
  const mails = steps.reduce((sum, step) => sum + step.mails, 0);
  const nanos = steps.reduce((sum, step) => sum + step.nanos, 0);
  const nanosPerConversion = reached > 0 ? Math.round(nanos / reached) : undefined;
  return { journey, mails, nanos, conversions: reached, nanosPerConversion };
}
