import type { Brand } from "./brand.ts";

/** What a letter is about: the topic its template names, or the first one when it names none that exists. */
export function topicOf({ topics = [] }: Pick<Brand, "topics">, named: string | undefined): string | undefined {
  return (topics.find(({ name }) => name === named) ?? topics[0])?.name;
}
