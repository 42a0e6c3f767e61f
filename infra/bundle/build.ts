import { buildSite } from "./build-site.ts";
import { bundleFunctions } from "./bundle-functions.ts";

// `build.ts functions` leaves the console alone: the benches and most tests need only the functions.
const onlyFunctions = process.argv[2] === "functions";
const begun = performance.now();
try {
  const [functions, site] = await Promise.all([bundleFunctions(), onlyFunctions ? "left alone" : buildSite()]);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`Bundled ${functions.length} functions; console ${site} (${seconds} s).`);
} catch (error) {
  // The bundlers have shown file and line; their stack would only push that out of sight.
  console.error((error as Error).message);
  process.exitCode = 1;
}
