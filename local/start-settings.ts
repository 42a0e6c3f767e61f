import { join, resolve } from "node:path";

/** How `npm start` was asked to run. */
export interface StartSettings {
  port: number;
  dataFolder: string;
  assemblyFolder: string;
  templates: string;
  fresh: boolean;
}

/** A setting or flag that cannot be followed. */
export class BadSetting extends Error {}

const ROOT = resolve(import.meta.dirname, "..");

/** Reads the environment and the flags. */
export function startSettings(environment: NodeJS.ProcessEnv, flags: string[]): StartSettings {
  const unknown = flags.find((flag) => flag !== "--fresh");
  if (unknown !== undefined) throw new BadSetting(`There is no flag ${unknown}. Known: --fresh (begins with no data).`);
  return {
    port: portOf(environment.PORT ?? "3000"),
    dataFolder: resolve(ROOT, environment.DATA_DIR ?? ".local"),
    assemblyFolder: resolve(ROOT, environment.CDK_OUTDIR ?? "cdk.out"),
    templates: join(ROOT, "templates"),
    fresh: flags.includes("--fresh"),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new BadSetting(`PORT is "${text}"; give a number up to 65535, for example PORT=3001 npm start`);
}
