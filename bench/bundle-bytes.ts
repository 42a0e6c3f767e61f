import { build } from "esbuild";
import { bundleOptions } from "../infra/bundle/bundle-functions.ts";
import { LATER_FILE } from "../infra/bundle/later-plugin.ts";
import { replacements } from "../infra/bundle/left-out.ts";
import type { Bench, Measurement } from "./support/bench.ts";
import { type Bundle, bundles } from "./support/bundles.ts";

// Decimal, the stricter reading.
const KB = 1000;
const ONE_CLIENT = 360 * KB;
// The smallest pages and redirects are to become this small.
const MOONSHOT = 25 * KB;
const SMALL = ["referral-link", "unsubscribe"];

/** How large the deployed bundles are, unpacked: what is loaded to be ready is judged, what is loaded later is told. */
export const bench: Bench = {
  name: "bundle.bytes",
  about: `raw bytes of each index.cjs, all that is loaded to be ready (one with several SDK clients is judged as if it carried only the largest of them); ${LATER_FILE}, loaded at its first use, has a line of its own and is in no other`,
  run: async () => (await Promise.all(bundles().map(async (each) => [await measure(each), ...later(each)]))).flat(),
};

async function measure(bundle: Bundle): Promise<Measurement> {
  const { name, bytes, packages } = bundle;
  const clients = clientsIn(packages);
  const names = clients.map((client) => client.replace("@aws-sdk/client-", "")).join(" + ") || "no client";
  const further = clients.slice(1);
  return {
    case: name,
    value: further.length > 0 ? await bytesWithout(name, further) : bytes,
    unit: "bytes",
    gate: { is: "at-most", value: ONE_CLIENT },
    ...(SMALL.includes(name) ? { moonshot: MOONSHOT } : {}),
    note: further.length > 0 ? `${names}: ${bytes.toLocaleString("en")} in all` : names,
  };
}

function later({ name, bytes, later }: Bundle): Measurement[] {
  if (!later) return [];
  const note = `not in the line above: ${(bytes + later.bytes).toLocaleString("en")} with it`;
  return [{ case: `${name}/${LATER_FILE}`, value: later.bytes, unit: "bytes", note }];
}

function clientsIn(packages: Bundle["packages"]): string[] {
  return Object.entries(packages)
    .filter(([name]) => name.startsWith("@aws-sdk/client-"))
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => name);
}

// A client brings more than its own package (a protocol, a signer), so the bundle is made again without it.
async function bytesWithout(name: string, clients: string[]): Promise<number> {
  const nothing = replacements["source-map"] as string;
  const { outputFiles } = await build({
    ...bundleOptions,
    alias: { ...replacements, ...Object.fromEntries(clients.map((client) => [client, nothing])) },
    entryPoints: [{ in: `functions/${name}.ts`, out: name }],
    outdir: "out",
    write: false,
  });
  return outputFiles[0]?.contents.length ?? 0;
}
