import type * as z from "zod/mini";
import type { Permission } from "../../access/rules/staff.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who proves what before a route answers: nothing, a member's session, an integrator's key or a staff session. */
export type Audience = "public" | "member" | "integrator" | "staff";

type Properties = z.ZodMiniObject | undefined;
type Body = z.ZodMiniType | undefined;

/** One HTTP route as outsiders may rely on it: the same schemas validate requests and write the OpenAPI document. */
export type Route = {
  readonly id: string;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly audience: Audience;
  readonly summary: string;
  /** What a member of staff must be allowed to do; a staff route that names nothing is closed to everybody. */
  readonly permission?: Permission;
  readonly params?: Properties;
  readonly query?: Properties;
  /** Headers beyond those of every request. */
  readonly headers?: Properties;
  readonly body?: Body;
  /** What it answers by status; null is an answer without a body. Problem documents need not be listed. */
  readonly answers: Readonly<Record<number, z.ZodMiniType | null>>;
};

/** Declares a route and keeps its exact types, so that handlers and the generated client agree. */
export function route<const Declared extends Route>(declared: Declared): Declared {
  return declared;
}

export type BodyOf<Declared extends Route> = Declared["body"] extends z.ZodMiniType ? z.output<Declared["body"]> : null;
export type ParamsOf<Declared extends Route> = Declared["params"] extends z.ZodMiniType
  ? z.output<Declared["params"]>
  : Record<string, never>;
export type QueryOf<Declared extends Route> = Declared["query"] extends z.ZodMiniType
  ? z.output<Declared["query"]>
  : Record<string, never>;
