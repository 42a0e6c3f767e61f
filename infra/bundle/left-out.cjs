// Stands in the bundles for a package that is imported on some path which our functions never take (left-out.ts).
// A real use fails at once, and by name, instead of doing something else.
"use strict";

function leftOut(name) {
  return () => {
    throw new Error(`${String(name)} is of a package that is left out of the bundles (infra/bundle/left-out.ts)`);
  };
}

module.exports = new Proxy(leftOut("This function"), {
  // Module interop asks for these two while loading and has to find a plain CommonJS module.
  get: (_, name) => (name === "__esModule" || name === "default" ? undefined : leftOut(name)),
});
