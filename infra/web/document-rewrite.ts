import type { FunctionAssociation } from "aws-cdk-lib/aws-cloudfront";
import { Function as EdgeFunction, FunctionCode, FunctionEventType, FunctionRuntime } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { nameResource } from "../parts/name-resource.ts";

// The console draws its own pages: an address without a file's ending is one of them, not a file. /docs has one page.
const code = `function handler(event) {
  var request = event.request;
  var names = request.uri.split("/");
  if (!names[names.length - 1].includes(".")) request.uri = "/" + names[1] + "/index.html";
  return request;
}
`;

/** Answers every address of a room of the site (`/console`, `/docs`) with the one document of that room. */
export function documentRewrite(scope: Construct): FunctionAssociation {
  const rewrite = new EdgeFunction(scope, "DocumentRewrite", {
    code: FunctionCode.fromInline(code),
    runtime: FunctionRuntime.JS_2_0,
  });
  return { function: nameResource(rewrite, "DocumentRewrite"), eventType: FunctionEventType.VIEWER_REQUEST };
}
