import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { prepareStore } from "../../local/first-run.ts";
import { runAssembly } from "../../local/run.ts";
import type { Runtime } from "../../local/runtime.ts";
import { STORE_FILES } from "../../local/wiring/stores.ts";
import { type LocalControl, localControl } from "./local-control.ts";
import { preparedData } from "./prepared-data.ts";

/** The product as a story test meets it: an address, and hands on clock, inbox and faults. */
export interface Local extends LocalControl {
  url: string;
  dataDir: string;
  /** Everything inside, when it runs in the test's own process. */
  runtime: Runtime | undefined;
  /** Ends it in good order and, if the folder was made for it, removes the data. */
  stop(): Promise<void>;
  /** Ends it as a power cut would (a process of its own only). */
  kill(): Promise<void>;
  /** Resolves when the process has ended, by itself or by an ordered crash. */
  ended(): Promise<void>;
}

export interface StartLocalOptions {
  dataDir?: string;
  /** Give the old port when starting again on old data: links in mails hold it. */
  port?: number;
  /** Another assembly than the product's. */
  assembly?: string;
  /** Runs inside the test's process: quicker, but it cannot be killed. */
  inProcess?: boolean;
}

const ROOT = resolve(import.meta.dirname, "../..");
const TEMPLATES = join(ROOT, "templates");

/** Starts the synthesized product of `cdk.out` on a free port with data of its own. */
export async function startLocal(options: StartLocalOptions = {}): Promise<Local> {
  const assembly = options.assembly ?? join(ROOT, "cdk.out");
  if (!existsSync(join(assembly, "manifest.json"))) {
    throw new Error('There is no cdk.out to run: "npm run assemble" makes it ("npm test" does so by itself).');
  }
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "tastemaker-"));
  const forget = () => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  if (!existsSync(join(dataDir, STORE_FILES.state))) await preparedData(assembly, TEMPLATES, dataDir);
  const given = { assembly, dataDir, port: options.port ?? 0 };
  return options.inProcess === true ? inProcess(given, forget) : inChild(given, forget);
}

type Given = Required<Omit<StartLocalOptions, "inProcess">>;

async function inProcess({ assembly, dataDir, port }: Given, forget: () => void): Promise<Local> {
  const runtime = await runAssembly({ assemblyFolder: assembly, dataFolder: dataDir, port });
  await prepareStore(runtime, TEMPLATES, () => undefined);
  const refuse = () => Promise.reject(new Error("Started in the test's own process, which must not be killed."));
  const stop = async () => {
    await runtime.stop();
    forget();
  };
  return { ...localControl(runtime.url), url: runtime.url, dataDir, runtime, stop, kill: refuse, ended: refuse };
}

async function inChild({ assembly, dataDir, port }: Given, forget: () => void): Promise<Local> {
  const child = spawn(process.execPath, [join(ROOT, "local/start.ts")], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, CDK_OUTDIR: assembly, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  const url = await urlFrom(child);
  const stop = async () => {
    await end("SIGTERM");
    forget();
  };
  const kill = () => end("SIGKILL");
  return { ...localControl(url), url, dataDir, runtime: undefined, stop, kill, ended: () => exited };
}

function urlFrom(child: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((found, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /runs at (http:\S+)/.exec(output)?.[1];
      if (url !== undefined) found(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => failed(new Error(`The product ended (${code}) before it was ready:\n${output}`)));
  });
}
