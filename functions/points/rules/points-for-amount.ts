/** How many points which amount earns: `points` for each whole `perMinor` of money in its smallest unit. */
export interface Rate {
  points: number;
  perMinor: number;
  /** What happens to the part of a unit that is left over: nothing, or it counts from one half on. */
  rounding: "down" | "nearest";
}

/** No single grant may exceed this; it keeps every sum far inside the integers that JavaScript holds exactly. */
export const MOST_POINTS = 1_000_000_000;

/**
 * The points an amount earns. Units are counted first, then a tier's multiplier is applied and rounded down: 19.99 at
 * one point per whole euro is 19 points, and 20 with a multiplier of 110 %.
 */
export function pointsForAmount(amountMinor: number, rate: Rate, multiplierPercent = 100): number {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0)
    throw new RangeError(`An amount is a whole number of minor units from 0 on, not ${amountMinor}.`);
  const units = wholeUnits(BigInt(amountMinor), rate);
  return Number((units * BigInt(rate.points) * BigInt(multiplierPercent)) / 100n);
}

function wholeUnits(amount: bigint, { perMinor, rounding }: Rate): bigint {
  const per = BigInt(perMinor);
  return rounding === "down" ? amount / per : (2n * amount + per) / (2n * per);
}
