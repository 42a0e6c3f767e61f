import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { placeholderBundles } from "./support/synthesize.ts";

function runApp(environment: Record<string, string>) {
  const assembly = mkdtempSync(path.join(tmpdir(), "assembly-"));
  const { PATH = "" } = process.env;
  const context = JSON.stringify({ bundles: placeholderBundles() });
  const ran = spawnSync(process.execPath, ["infra/app.ts"], {
    // Nothing of the caller's: no region, account, profile or credentials take part in a synthesis.
    env: { PATH, HOME: assembly, CDK_OUTDIR: assembly, CDK_CONTEXT_JSON: context, ...environment },
    encoding: "utf8",
  });
  return { ...ran, assembly };
}

test("the app passes the AWS Solutions rules with no finding left unanswered", () => {
  const { status, stderr, stdout, assembly } = runApp({});
  expect(`${stdout}${stderr}`).not.toMatch(/ERROR|WARNING/);
  expect(status).toBe(0);
  expect(readdirSync(assembly)).toContain("Tastemaker-Web.template.json");
}, 120_000);

test("the assembly names no account or region and asks for no look-up", () => {
  const { status, assembly } = runApp({ CDK_VALIDATION: "false" });
  expect(status).toBe(0);
  const manifest = JSON.parse(readFileSync(path.join(assembly, "manifest.json"), "utf8"));
  expect(manifest.missing).toBeUndefined();
  const stacks = Object.values<{ type: string; environment?: string }>(manifest.artifacts).filter(
    (artifact) => artifact.type === "aws:cloudformation:stack",
  );
  expect(stacks.map((stack) => stack.environment)).toEqual(Array(4).fill("aws://unknown-account/unknown-region"));
}, 60_000);

test("the rules do find what is wrong: an unanswered finding stops the synthesis", () => {
  const code = `
    import { App, Stack, Validations } from "aws-cdk-lib";
    import { Bucket } from "aws-cdk-lib/aws-s3";
    import { AwsSolutionsChecks } from "cdk-nag";
    const app = new App();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    new Bucket(new Stack(app, "Open"), "Open");
    app.synth();`;
  const ran = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
  expect(ran.status).not.toBe(0);
  expect(ran.stderr + ran.stdout).toContain("AwsSolutions-S10");
}, 120_000);
