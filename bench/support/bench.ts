/** One line of a bench: what was measured, for which input, against which gate. */
export interface Measurement {
  case: string;
  value: number;
  /** The smallest and largest of the rounds, where there were rounds. */
  min?: number;
  max?: number;
  unit: "×" | "bytes" | "calls" | "units" | "µs" | "ms" | "MB" | "%" | "$";
  /** The value must not be above (`at-most`) or below (`at-least`) this; without a gate the line only informs. */
  gate?: { is: "at-most" | "at-least"; value: number };
  moonshot?: number;
  note?: string;
}

/** A bench: one file in bench/, exporting one of these as `bench`. */
export interface Bench {
  /** As the targets name it, for example "cold.ready". */
  name: string;
  /** What is compared with what, in one sentence. */
  about: string;
  run(): Promise<Measurement[]>;
}

/** Whether a measurement keeps its gate; one without a gate always does. */
export function passes({ gate, value }: Measurement): boolean {
  if (!gate) return true;
  return gate.is === "at-most" ? value <= gate.value : value >= gate.value;
}
