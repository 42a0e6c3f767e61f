import { App, DefaultStackSynthesizer, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { buildStacks } from "./stacks.ts";

const app = new App({
  // The command line hands its own folder over; run directly (npm start) the assembly lies where it would.
  outdir: process.env.CDK_OUTDIR ?? "cdk.out",
  // The assembly is to hold what we wrote and nothing else: no usage report, no check of the account it never sees here.
  analyticsReporting: false,
  treeMetadata: false,
  // A stack must not lose a table or queue that another one still uses.
  context: { "@aws-cdk/core:defaultCrossStackReferences": "strong" },
  defaultStackSynthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
});

// The rules take five of the six seconds of a synthesis; `npm start` skips them, CI and every deployment do not.
if (process.env.CDK_VALIDATION !== "false") Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

buildStacks(app);
app.synth();
