import { type App, CfnOutput, CfnParameter, Stack } from "aws-cdk-lib";
import type { DataStack } from "../data/data-stack.ts";
import type { Deployment } from "../deployment.ts";
import type { MailStack } from "../mail/mail-stack.ts";
import { deployFunctions, type Functions } from "./deploy-functions.ts";
import { connectTriggers } from "./triggers.ts";
import { workQueues } from "./work-queues.ts";

/** What the product does: its functions, the queues before them and the clock behind them. */
export class EngineStack extends Stack {
  readonly functions: Functions;

  constructor(app: App, id: string, { deployment, data, mail }: EngineParts) {
    super(app, id);
    // A parameter, because whoever starts without a domain of their own learns the address from the Web stack's output.
    const baseUrl = new CfnParameter(this, "BaseUrl", { default: deployment.baseUrl }).valueAsString;
    const queues = workQueues(this);
    this.functions = deployFunctions(this, { deployment, data, mail, queues, baseUrl });
    connectTriggers(this, this.functions, { data, mail, queues });
    this.putOut("ApplyProgrammeFunction", this.functions["apply-programme"].lambda.functionName);
    this.putOut("IssueKeyFunction", this.functions["issue-key"].lambda.functionName);
  }

  private putOut(name: string, value: string): void {
    new CfnOutput(this, name, { value });
  }
}

interface EngineParts {
  deployment: Deployment;
  data: DataStack;
  mail: MailStack;
}
