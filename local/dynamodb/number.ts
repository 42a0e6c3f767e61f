import { decimal } from "./dynalite.ts";
import { validationError } from "./dynamo-error.ts";

/** Adds (or subtracts) two numbers exactly; a result that DynamoDB could not hold is refused. */
export function sum(left: string, right: string, subtract = false): string {
  const result = subtract ? decimal(left).minus(right) : decimal(left).plus(right);
  if (result.e > 125) throw validationError(`Number overflow. ${OUTSIDE("larger")}`);
  if (result.e < -130) throw validationError(`Number underflow. ${OUTSIDE("smaller")}`);
  if (result.c.length > 38) throw validationError("Attempting to store more than 38 significant digits in a Number");
  return result.toFixed();
}

const OUTSIDE = (direction: string): string =>
  `Attempting to store a number with magnitude ${direction} than supported range`;
