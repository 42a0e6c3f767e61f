import type { TemplateVariable } from "../../api/schema.d.ts";

type Cursor = { pos: number; matchBefore: (pattern: RegExp) => { from: number; to: number; text: string } | null };

/** Offers the declared variables once somebody types two opening braces. */
export function variableCompletion(variables: TemplateVariable[]) {
  const options = variables.map(({ name, type, description }) => ({
    label: name,
    type: "variable",
    // Before the names of tags, which can follow anywhere.
    boost: 99,
    detail: type,
    ...(description && { info: description }),
  }));
  return (cursor: Cursor) => {
    const typed = cursor.matchBefore(/\{\{[^{}]*/);
    if (!typed) return null;
    const word = /[\w.]*$/.exec(typed.text)?.[0] ?? "";
    return { from: typed.to - word.length, options, validFor: /^[\w.]*$/ };
  };
}
