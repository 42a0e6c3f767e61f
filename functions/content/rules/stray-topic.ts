import { type ContentProblem, problem } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";

/** A template whose topic the brand does not declare: readers could never choose it. Left out, nobody checks. */
export function strayTopic({ topic }: ContentSource, topics: readonly string[] | undefined): ContentProblem[] {
  if (!topic || !topics || topics.includes(topic)) return [];
  const place = { file: "template.yaml", part: "template", locale: null } as const;
  return [problem(place, { code: "topic", topic, topics: topics.join(", ") })];
}
