/** Tells the story and holds every figure in it against what the rules say. */
export interface Teller {
  /** A new day or chapter. */
  chapter(title: string): void;
  tell(line: string): void;
  /** One figure: what the product says and what the programme's rules say. */
  figure(what: string, actual: unknown, expected: unknown): void;
  /** How many figures were told and which of them were wrong. */
  result(): { told: number; wrong: string[] };
}

/** Makes a teller that writes with `write`. */
export function createTeller(write: (line: string) => void): Teller {
  const wrong: string[] = [];
  let told = 0;
  return {
    chapter: (title) => write(`\n${title}\n${"-".repeat(title.length)}`),
    tell: (line) => write(`  ${line}`),
    figure(what, actual, expected) {
      told++;
      const right = JSON.stringify(actual) === JSON.stringify(expected);
      if (!right) wrong.push(`${what}: ${shown(actual)}, but the rules say ${shown(expected)}`);
      write(`  ${right ? "✓" : "✗"} ${what}: ${shown(actual)}${right ? "" : `   (the rules say ${shown(expected)})`}`);
    },
    result: () => ({ told, wrong }),
  };
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
