import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { siteFolder } from "./bundle/build-site.ts";
import { root } from "./bundle/function-names.ts";
import { publishSite } from "./publish-site.ts";

// npm run deploy -- -c mailDomain=lantern.example …: all stacks, then the site's files. Arguments go to `cdk deploy`.
const outputsFile = path.join(root, "dist/outputs.json");
const cdk = path.join(root, "node_modules/.bin/cdk");

if (!existsSync(path.join(siteFolder, "console/index.html"))) {
  throw new Error('The console is not built: run "npm run build" first.');
}
const { status } = spawnSync(cdk, ["deploy", "--all", "--outputs-file", outputsFile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

const outputs = JSON.parse(readFileSync(outputsFile, "utf8"))["Tastemaker-Web"] as Record<string, string>;
const { SiteBucket, SiteUrl } = outputs;
if (!SiteBucket) throw new Error(`${outputsFile} names no SiteBucket: was Tastemaker-Web deployed?`);
const count = await publishSite(siteFolder, SiteBucket);
console.log(`Uploaded ${count} files. The product answers at ${SiteUrl}`);
