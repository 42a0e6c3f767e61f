import path from "node:path";
import { root } from "./function-names.ts";

const inPlace = (file: string) => path.join(root, "infra/bundle", file);

const LEFT_OUT = [
  // No operation of ours streams events.
  "@smithy/core/event-streams",
  // MJML's minifier, beautifier and style inliner, with the 6 MB they stand on: we ask it for none of the three, and the
  // rules for templates refuse the tags that would.
  "cheerio",
  "cssnano-preset-lite",
  "htmlnano",
  "js-beautify",
  "juice",
];

/** What the bundles carry in place of a package. test/infra/bundle runs what remains. */
export const replacements: Record<string, string> = {
  "@aws-sdk/credential-provider-node": inPlace("env-credentials.ts"),
  // DynamoDB's endpoints are not discovered unless a configuration file says so; its cache brings three packages.
  "@aws-sdk/endpoint-cache": inPlace("no-endpoint-cache.ts"),
  "source-map": inPlace("nothing.cjs"),
  ...Object.fromEntries(LEFT_OUT.map((name) => [name, inPlace("left-out.cjs")])),
};
