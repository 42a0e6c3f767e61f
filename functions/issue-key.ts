import middy from "@middy/core";
import { issueKey } from "./access/issue-key.ts";
import { now } from "./platform/clock.ts";

/** Invoked by the operator: makes a server key for an integrator. */
export const handler = middy<{ name?: string }, { ok: true; key: string }>().handler(({ name = "server" }) =>
  issueKey(name, now()),
);
