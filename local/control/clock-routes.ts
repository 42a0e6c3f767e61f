import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Runtime } from "../runtime.ts";
import { PastInstant } from "../time/wind.ts";
import { type Control, ControlRefusal } from "./control.ts";

const Wind = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ to: z.string() })]);

/** What time it is for the product, and winding it forward. */
export function clockRoutes(control: Control, { clock, winder }: Pick<Runtime, "clock" | "winder">): void {
  control.on("GET", "/_local/clock", () => ({ body: { now: iso(clock.now()) } }));
  control.on("POST", "/_local/clock", async (request) => {
    const wind = Wind.safeParse(request.json());
    if (!wind.success) throw new ControlRefusal(400, 'Say {"advance":"P3D"} or {"to":"2027-01-31T09:00:00Z"}.');
    const ran = await winder.windTo(targetOf(wind.data, clock.now())).catch(refusePast);
    return { body: { now: iso(clock.now()), ran } };
  });
}

/** The instant that a wind leads to; days and months are those of the calendar in UTC. */
export function targetOf(wind: z.infer<typeof Wind>, now: number): number {
  try {
    if ("to" in wind) return Temporal.Instant.from(wind.to).epochMilliseconds;
    const from = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO("UTC");
    return from.add(Temporal.Duration.from(wind.advance)).epochMilliseconds;
  } catch (cause) {
    throw new ControlRefusal(400, `That is no ISO 8601 duration or instant: ${(cause as Error).message}`);
  }
}

function refusePast(cause: unknown): never {
  if (cause instanceof PastInstant) throw new ControlRefusal(400, cause.message);
  throw cause;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
