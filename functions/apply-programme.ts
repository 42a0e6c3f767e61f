import middy from "@middy/core";
import * as z from "zod/mini";
import { now } from "./platform/clock.ts";
import { type AppliedProgramme, applyProgramme } from "./programme/apply-programme.ts";

/** The files of a programme as text, by their path under templates/. */
const Request = z.object({ files: z.record(z.string(), z.string()), by: z.optional(z.string()) });

/** Invoked by the operator: applies a programme from its files. */
export const handler = middy<z.infer<typeof Request>, AppliedProgramme>().handler((event) => {
  const { files, by = "operator" } = Request.parse(event);
  return applyProgramme(files, by, now());
});
