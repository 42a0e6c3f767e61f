import { Logger } from "@aws-lambda-powertools/logger";

/** The structured log; callers pass ids, never addresses, names or tokens. */
export const log = new Logger({ serviceName: "tastemaker" });
