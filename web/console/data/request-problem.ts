import type { Problem } from "../../api/schema.d.ts";

/** An answer that is not a success, with the problem document that explains it. */
export class RequestProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "RequestProblem";
    this.problem = problem;
  }
}

type Answer<Data> = { data?: Data; error?: unknown; response: Response };

/** The data of a call, or its problem thrown; no connection at all is a problem too. */
export async function answered<Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call.catch(unreachable);
  if (response.ok && data) return data;
  throw new RequestProblem(asProblem(error, response.status));
}

export function problemOf(error: unknown): Problem | undefined {
  return error instanceof RequestProblem ? error.problem : undefined;
}

function unreachable(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
  throw new RequestProblem({ type: "about:blank", title: "No connection", status: 0, code: "unreachable" });
}

function asProblem(error: unknown, status: number): Problem {
  if (typeof error === "object" && error !== null && "code" in error) return error as Problem;
  return { type: "about:blank", title: "Unexpected answer", status, code: "unexpected-answer" };
}
