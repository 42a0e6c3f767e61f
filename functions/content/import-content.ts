import type { Imported, ImportSource } from "./rules/import-source.ts";

/** Shows what would become of a foreign template; nothing is saved by it. */
export async function importContent(request: ImportSource): Promise<Imported> {
  // The reader of HTML is loaded only now, as the compiler is.
  const { importSource } = await import("./rules/import-source.ts");
  return importSource(request);
}
