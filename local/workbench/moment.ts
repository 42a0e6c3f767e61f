const FULL = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZone: "UTC",
});

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** "Mon, 23 Nov 2026, 14:00:00 UTC": the workbench knows no reader's zone, so it names the one it shows. */
export const fullMoment = (at: number): string => `${FULL.format(at)} UTC`;

/** "14:00" on the product's present day, "23 Nov, 14:00" otherwise. */
export function shortMoment(at: number, now: number): string {
  const day = DAY.format(at);
  return day === DAY.format(now) ? TIME.format(at) : `${day}, ${TIME.format(at)}`;
}

const UNITS: [string, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "in 3 days", "in 2 hours", "now". */
export function timeUntil(at: number, now: number): string {
  const left = at - now;
  const [unit, length] = UNITS.find(([, each]) => left >= each) ?? ["second", 1000];
  const count = Math.floor(left / length);
  if (count <= 0) return "now";
  return `in ${count} ${unit}${count === 1 ? "" : "s"}`;
}
