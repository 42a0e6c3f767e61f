import { type App, Tags } from "aws-cdk-lib";
import { DataStack } from "./data/data-stack.ts";
import { deploymentOf } from "./deployment.ts";
import { EngineStack } from "./engine/engine-stack.ts";
import { MailStack } from "./mail/mail-stack.ts";
import { tellOperator } from "./tell-operator.ts";
import { WebStack } from "./web/web-stack.ts";

/** The four stacks, each depending only on those before it. */
export function buildStacks(app: App) {
  const deployment = deploymentOf(app);
  const data = new DataStack(app, "Tastemaker-Data");
  const mail = new MailStack(app, "Tastemaker-Mail", deployment);
  const engine = new EngineStack(app, "Tastemaker-Engine", { deployment, data, mail });
  const web = new WebStack(app, "Tastemaker-Web", { deployment, engine });
  tellOperator(app, mail.operator);
  Tags.of(app).add("product", "tastemaker");
  return { data, mail, engine, web };
}
