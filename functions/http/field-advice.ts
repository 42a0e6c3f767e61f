/** What zod tells of one wrong field; which of these it has depends on the code. */
export interface FieldIssue {
  path: PropertyKey[];
  message: string;
  code?: string | undefined;
  expected?: string;
  keys?: string[];
  values?: unknown[];
  minimum?: number | bigint;
  maximum?: number | bigint;
  format?: string;
}

/** zod/mini carries no sentences of its own: this is all it says unless a schema names its own words. */
const WORDLESS = "Invalid input";

/** What to do about one wrong field, in one sentence. */
export function fieldAdvice(issue: FieldIssue): string {
  if (issue.message !== WORDLESS) return issue.message;
  const advice = issue.code && Object.hasOwn(ADVICE, issue.code) ? ADVICE[issue.code] : undefined;
  return advice?.(issue) ?? "is not of the expected form; see the API document";
}

const ADVICE: Record<string, (issue: FieldIssue) => string> = {
  invalid_type: ({ expected }) => `must be ${expected === "int" ? "a whole number" : `of type ${expected}`}`,
  unrecognized_keys: ({ keys = [] }) => `leave out what is not known here: ${shortened(keys)}`,
  invalid_value: ({ values = [] }) => `must be one of ${values.map(String).join(", ")}`,
  too_small: ({ minimum }) => `must be at least ${minimum} (characters, entries or value)`,
  too_big: ({ maximum }) => `must be at most ${maximum} (characters, entries or value)`,
  invalid_format: ({ format }) =>
    format === "datetime"
      ? "must be an instant such as 2026-11-23T14:00:00Z"
      : "has characters or a form that this field does not take",
};

/** Names that came from outside, not all of them: an answer must not grow with what was sent. */
function shortened(keys: string[]): string {
  const shown = keys.slice(0, 5).map((key) => JSON.stringify(key.slice(0, 60).toWellFormed()));
  return shown.join(", ") + (keys.length > 5 ? " and others" : "");
}
