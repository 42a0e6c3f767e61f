/** An event pattern as Lambda's event source mappings take it: keys lead down, lists at the end say what fits. */
export type FilterPattern = { [key: string]: FilterPattern | Comparison[] };

type Comparison = string | number | boolean | null | Record<string, unknown>;

type Compare = (argument: unknown, value: unknown) => boolean;

const COMPARISONS: Record<string, Compare> = {
  exists: (wanted, value) => (value !== undefined) === wanted,
  prefix: (start, value) => typeof value === "string" && value.startsWith(String(start)),
  suffix: (end, value) => typeof value === "string" && value.endsWith(String(end)),
  "equals-ignore-case": (wanted, value) => String(value).toLowerCase() === String(wanted).toLowerCase(),
  "anything-but": (unwanted, value) => value !== undefined && ![unwanted].flat().includes(value),
};

/** Whether a record fits one of the patterns; without any pattern everything fits. */
export function fitsFilter(patterns: FilterPattern[], record: unknown): boolean {
  return patterns.length === 0 || patterns.some((pattern) => fits(pattern, record));
}

/** Reads a pattern; a comparison that is not known stops the start, for guessing would let other records through. */
export function readFilterPattern(text: string): FilterPattern {
  const pattern = JSON.parse(text) as FilterPattern;
  checkKnown(pattern);
  return pattern;
}

function fits(pattern: FilterPattern, value: unknown): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    const inner = memberOf(value, key);
    return Array.isArray(wanted) ? wanted.some((comparison) => compares(comparison, inner)) : fits(wanted, inner);
  });
}

function compares(comparison: Comparison, value: unknown): boolean {
  if (comparison === null || typeof comparison !== "object") return value === comparison;
  return Object.entries(comparison).every(([name, argument]) => COMPARISONS[name]?.(argument, value) === true);
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function checkKnown(pattern: FilterPattern): void {
  for (const [key, wanted] of Object.entries(pattern)) {
    if (key.startsWith("$")) throw new Error(`The local runtime does not know ${key} in event filters.`);
    if (!Array.isArray(wanted)) checkKnown(wanted);
    else for (const name of wanted.flatMap(namesOf)) checkName(name);
  }
}

function namesOf(comparison: Comparison): string[] {
  return comparison !== null && typeof comparison === "object" ? Object.keys(comparison) : [];
}

function checkName(name: string): void {
  if (!(name in COMPARISONS))
    throw new Error(`The local runtime does not know the comparison "${name}" in event filters.`);
}
