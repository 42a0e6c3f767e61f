import { Cron } from "croner";
import { Temporal } from "temporal-polyfill";

/** The instants of a schedule. */
export interface ScheduleTimes {
  /** The first instant (epoch ms) after the given one; undefined when there is none. */
  nextAfter(instant: number): number | undefined;
  /** The last instant at or before the given one, looking back no further than `since`. */
  lastUntil(instant: number, since: number): number | undefined;
}

type NextAfter = ScheduleTimes["nextAfter"];

const LAST_OF_FIELD = [59, 23, 31, 12, 7, 2199];

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads EventBridge Scheduler's rate(…), cron(…) and at(…). */
export function readScheduleExpression(expression: string, timeZone: string): ScheduleTimes {
  const [, kind, argument = ""] = /^(rate|cron|at)\((.+)\)$/.exec(expression.trim()) ?? [];
  if (kind === "rate") return rateTimes(expression, argument);
  if (kind === "cron") return withLast(cronTimes(expression, argument, timeZone));
  if (kind === "at") return withLast(atTime(argument, timeZone));
  throw new Error(`The local runtime does not understand the schedule expression "${expression}".`);
}

/** Rates count from midnight UTC rather than from the deployment, so that a restart does not shift them. */
function rateTimes(expression: string, argument: string): ScheduleTimes {
  const [, count, unit = ""] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const periodMs = Number(count) * (UNIT_MS[unit] ?? 0);
  if (!(periodMs > 0)) throw new Error(`The schedule expression "${expression}" names no period.`);
  const floor = (instant: number) => Math.floor(instant / periodMs) * periodMs;
  return {
    nextAfter: (instant) => floor(instant) + periodMs,
    lastUntil: (instant, since) => (floor(instant) > since ? floor(instant) : undefined),
  };
}

function cronTimes(expression: string, argument: string, timeZone: string): NextAfter {
  const fields = argument.trim().split(/\s+/);
  if (fields.length !== 6) throw new Error(`The schedule expression "${expression}" needs six fields.`);
  const pattern = `0 ${fields.map(translated).join(" ")}`;
  // AWS counts Sunday as 1.
  const cron = new Cron(pattern, { timezone: timeZone, paused: true, mode: "7-part", alternativeWeekdays: true });
  return (instant) => {
    let next = cron.nextRun(new Date(instant));
    // An hour that the clocks jump over does not happen: EventBridge skips it, this parser would move it.
    while (next !== null && !cron.match(next)) next = cron.nextRun(next);
    return next?.getTime();
  };
}

/** AWS writes ? where one of the day fields is left open, and 0/15 for "every 15 from 0 on". */
function translated(field: string, index: number): string {
  return field.replaceAll("?", "*").replaceAll(/(^|,)(\d+)\//g, `$1$2-${LAST_OF_FIELD[index]}/`);
}

function atTime(argument: string, timeZone: string): NextAfter {
  const at = Temporal.PlainDateTime.from(argument).toZonedDateTime(timeZone).epochMilliseconds;
  return (instant) => (at > instant ? at : undefined);
}

function withLast(nextAfter: NextAfter): ScheduleTimes {
  return {
    nextAfter,
    lastUntil(instant, since) {
      let last: number | undefined;
      let next = nextAfter(since);
      while (next !== undefined && next <= instant) {
        last = next;
        next = nextAfter(next);
      }
      return last;
    },
  };
}
