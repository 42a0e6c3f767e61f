/** The contact's zone if it is one that exists, else the other: an unknown zone never stops a mail. */
export function zoneOr(zone: string | undefined, otherwise: string): string {
  if (!zone) return otherwise;
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    return otherwise;
  }
}
