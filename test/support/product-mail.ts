import { afterAll, beforeAll } from "vitest";
import type { AwsRequest, AwsResponse } from "../../local/aws-service.ts";
import { Ses } from "../../local/ses/ses.ts";
import { sesService } from "../../local/ses/ses-service.ts";
import { type ServedAwsService, serveAwsService } from "./serve-aws-service.ts";

/** The sending account of a test file. */
export interface ProductMail {
  ses(): Ses;
  /** Answers the next calls itself, until it is told otherwise; undefined leaves a call to the account. */
  answerBy(answer: ((request: AwsRequest) => AwsResponse | undefined) | undefined): void;
}

/** Gives a test file a sending account: the real SDK against the local SES, empty, in memory. Call it after productTables(). */
export function productMail(now: () => number = Date.now): ProductMail {
  let ses: Ses;
  let served: ServedAwsService;
  let answer: ((request: AwsRequest) => AwsResponse | undefined) | undefined;
  beforeAll(async () => {
    ses = new Ses({ file: ":memory:", now, publish: () => undefined });
    const service = sesService(ses);
    served = await serveAwsService({
      ...service,
      handle: async (request) => answer?.(request) ?? service.handle(request),
    });
    process.env.AWS_ENDPOINT_URL_SESV2 = served.endpoint;
  });
  afterAll(() => served.close());
  return {
    ses: () => ses,
    answerBy(given) {
      answer = given;
    },
  };
}
