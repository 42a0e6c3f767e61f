import type { Clock } from "../clock.ts";

/** What the functions wrote, newest last, as CloudWatch Logs would keep it. */
export interface LogLine {
  at: string;
  functionName: string;
  requestId: string | undefined;
  stream: "stdout" | "stderr" | "platform";
  text: string;
}

export interface LogQuery {
  functionName?: string | undefined;
  requestId?: string | undefined;
  limit?: number | undefined;
}

export interface LogBook {
  add(line: Omit<LogLine, "at">): void;
  read(query?: LogQuery): LogLine[];
  functionNames(): string[];
}

const LINES_PER_FUNCTION = 2_000;

/** Keeps the last lines of every function in memory. */
export function createLogBook(clock: Clock): LogBook {
  const pages = new Map<string, LogLine[]>();
  return {
    add(line) {
      const page = pages.get(line.functionName) ?? [];
      pages.set(line.functionName, page);
      page.push({ at: new Date(clock.now()).toISOString(), ...line, text: line.text.replace(/\n$/, "") });
      // Dropping a quarter at a time keeps a busy function from shifting the whole page at every line.
      if (page.length > LINES_PER_FUNCTION) page.splice(0, LINES_PER_FUNCTION / 4);
    },
    read({ functionName, requestId, limit = 500 } = {}) {
      const chosen = functionName === undefined ? [...pages.values()].flat() : (pages.get(functionName) ?? []);
      const wanted = chosen.filter((line) => requestId === undefined || line.requestId === requestId);
      return wanted.sort((one, other) => one.at.localeCompare(other.at)).slice(-limit);
    },
    functionNames: () => [...pages.keys()].sort(),
  };
}
