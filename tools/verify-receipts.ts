import { readFileSync } from "node:fs";
import { checkProof } from "../functions/contacts/rules/consent-proof.ts";
import { sayProof } from "./say-proof.ts";

// Checks a consent proof file by itself: no network, no tables, nothing but the file.
const [file] = process.argv.slice(2);
if (!file) {
  console.error("Name the file: npm run verify-receipts -- consent-proof.json");
  process.exit(2);
}
const checked = checkProof(readFileSync(file, "utf8"));
console.log(sayProof(checked));
process.exitCode = checked.ok ? 0 : 1;
