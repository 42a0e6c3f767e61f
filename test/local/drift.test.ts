import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAssembly } from "../../local/run.ts";
import { synthesizeSmallApp } from "./fixtures/small-app/synthesize.ts";

type Template = { Resources: Record<string, { Type: string; Properties: Record<string, unknown> }> };

const scratch = mkdtempSync(join(tmpdir(), "drift-"));
let original: string;
let count = 0;

beforeAll(() => {
  original = synthesizeSmallApp();
});

afterAll(() => {
  for (const folder of [original, scratch]) rmSync(folder, { recursive: true, force: true });
});

/** The assembly with one stack's template changed, and what comes of running it. */
async function runChanged(
  stack: string,
  change: (template: Template) => void,
  data = `data-${count}`,
): Promise<string> {
  count += 1;
  const assemblyFolder = join(scratch, `assembly-${count}`);
  cpSync(original, assemblyFolder, { recursive: true });
  const file = join(assemblyFolder, `${stack}.template.json`);
  const template = JSON.parse(readFileSync(file, "utf8")) as Template;
  change(template);
  writeFileSync(file, JSON.stringify(template));
  const started = runAssembly({ assemblyFolder, dataFolder: join(scratch, data), port: 0 });
  return started.then(
    (runtime) => runtime.stop().then(() => "it ran"),
    (cause: Error) => cause.message,
  );
}

function every(template: Template, type: string) {
  return Object.values(template.Resources).filter((resource) => resource.Type === type);
}

describe("an assembly that would not work in the cloud, or works otherwise here", () => {
  it("runs when nothing was changed", async () => {
    expect(await runChanged("Small-Web", () => undefined)).toBe("it ran");
  });

  it("is refused when a function may not read the queue that feeds it", async () => {
    const message = await runChanged("Small-Engine", (template) => {
      for (const policy of every(template, "AWS::IAM::Policy")) {
        policy.Properties = JSON.parse(JSON.stringify(policy.Properties).replace('"sqs:DeleteMessage",', ""));
      }
    });
    expect(message).toMatch(/lacks sqs:DeleteMessage on arn:aws:sqs:.*would never run in the cloud/);
  });

  it("is refused when a route may not call its function", async () => {
    const message = await runChanged("Small-Web", (template) => {
      for (const [id, { Type }] of Object.entries(template.Resources)) {
        if (Type === "AWS::Lambda::Permission") delete template.Resources[id];
      }
    });
    expect(message).toMatch(/route GET \/ has no Lambda permission/);
  });

  it("is refused when the distribution would cache the answers of functions", async () => {
    const message = await runChanged("Small-Web", (template) => {
      const text = JSON.stringify(template.Resources).replace(
        "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        "658327ea-f89d-4fab-a63d-7e88639e58f6",
      );
      template.Resources = JSON.parse(text);
    });
    expect(message).toMatch(/must not be cached/);
  });

  it("is refused for a condition in a policy that the evaluator does not know", async () => {
    const message = await runChanged("Small-Engine", (template) => {
      const [policy] = every(template, "AWS::IAM::Policy");
      const document = policy?.Properties.PolicyDocument as { Statement: object[] } | undefined;
      Object.assign(document?.Statement[0] ?? {}, {
        Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
      });
    });
    expect(message).toMatch(/condition operator NumericLessThan/);
  });

  it("is refused for a managed policy whose content nobody wrote down", async () => {
    const message = await runChanged("Small-Engine", (template) => {
      const [role] = every(template, "AWS::IAM::Role");
      Object.assign(role?.Properties ?? {}, { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] });
    });
    expect(message).toMatch(/AdministratorAccess allows; write the rights out/);
  });

  it("is refused when the stored tables were made otherwise, with the way out", async () => {
    const data = "kept";
    expect(await runChanged("Small-Data", () => undefined, data)).toBe("it ran");
    const message = await runChanged(
      "Small-Data",
      (template) => {
        const text = JSON.stringify(template.Resources).replace(
          '"ProjectionType":"KEYS_ONLY"',
          '"ProjectionType":"ALL"',
        );
        template.Resources = JSON.parse(text);
      },
      data,
    );
    expect(message).toMatch(/made with another GlobalSecondaryIndexes.*npm start -- --fresh/);
  });
});
