import type { Runtime } from "../runtime.ts";

/** What the workbench looks at and turns. */
export type Workbench = Pick<Runtime, "clock" | "winder" | "queues" | "ses" | "logs" | "dynamoDb">;

/** A submitted form's fields. */
export const fieldsOf = (request: { body: Buffer }): URLSearchParams =>
  new URLSearchParams(request.body.toString("utf8"));
