import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createClock } from "../../../local/clock.ts";
import {
  type DeployedFunction,
  deployFunction,
  type FunctionDefinition,
} from "../../../local/lambda/deployed-function.ts";
import { createLogBook } from "../../../local/lambda/log-book.ts";

const folder = mkdtempSync(join(tmpdir(), "functions-"));
const clock = createClock(undefined, () => Date.parse("2030-06-01T00:00:00Z"));
const deployed: DeployedFunction[] = [];
let count = 0;

afterEach(async () => {
  await Promise.all(deployed.splice(0).map((each) => each.stop()));
});

function deploy(source: string, definition: Partial<FunctionDefinition> = {}) {
  count += 1;
  const bundle = join(folder, `function-${count}.cjs`);
  writeFileSync(bundle, source);
  const logs = createLogBook(clock);
  const made = deployFunction(
    {
      logicalId: "Tried",
      name: "Engine-Tried",
      arn: "arn:aws:lambda:eu-central-1:000000000000:function:Engine-Tried",
      roleArn: "arn:role",
      bundle,
      exportName: "handler",
      timeoutMs: 2_000,
      memoryMegabytes: 128,
      concurrency: 2,
      environment: { GREETING: "hello" },
      ...definition,
    },
    { clock: clock.shared, logs, onFinished: () => undefined },
  );
  deployed.push(made);
  const invoke = async (event: unknown = {}) => {
    const { payload, functionError } = await made.invoke(JSON.stringify(event));
    return { answer: JSON.parse(payload), functionError };
  };
  return { invoke, logs, made };
}

describe("a function on this machine", () => {
  it("is given its event and answers as JSON does", async () => {
    const { invoke } = deploy("exports.handler = async (event) => ({ event, nothing: undefined });");
    expect(await invoke({ a: 1 })).toEqual({ answer: { event: { a: 1 } }, functionError: undefined });
  });

  it("sees its own environment and nothing of the host's", async () => {
    const { invoke } = deploy("exports.handler = async () => process.env;");
    expect((await invoke()).answer).toEqual({ GREETING: "hello" });
  });

  it("lives by the product's clock, which moves under it", async () => {
    const { invoke } = deploy(
      "exports.handler = async () => [Date.now(), new Date().toISOString(), new Date(0).toISOString(), typeof Date(), new Date() instanceof Date];",
    );
    clock.freeze(Date.parse("2031-01-01T00:00:00Z"));
    const instants = (await invoke()).answer;
    expect(instants).toEqual([
      1_924_992_000_000,
      "2031-01-01T00:00:00.000Z",
      "1970-01-01T00:00:00.000Z",
      "string",
      true,
    ]);
    clock.freeze(Date.parse("2031-01-02T00:00:00Z"));
    expect((await invoke()).answer[1]).toBe("2031-01-02T00:00:00.000Z");
    clock.flowFrom(Date.parse("2030-06-01T00:00:00Z"));
  });

  it("knows who it is and how long it may still take", async () => {
    const { invoke } = deploy(
      "exports.handler = async (_, c) => ({ left: c.getRemainingTimeInMillis(), id: c.awsRequestId, name: c.functionName });",
    );
    const { answer } = await invoke();
    expect(answer.left).toBeGreaterThan(1_000);
    expect(answer.left).toBeLessThanOrEqual(2_000);
    expect(answer.name).toBe("Engine-Tried");
    expect(answer.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("stays warm between calls", async () => {
    const { invoke } = deploy("let calls = 0; exports.handler = async () => ++calls;");
    await invoke();
    expect((await invoke()).answer).toBe(2);
  });

  it("answers a thrown error as Lambda does, stays warm, and the log has it", async () => {
    const { invoke, logs } = deploy(
      "let n = 0; exports.handler = async () => { if (++n === 1) throw new RangeError('no'); return n; };",
    );
    const { answer, functionError } = await invoke();
    expect(functionError).toBe("Unhandled");
    expect(answer).toMatchObject({ errorType: "RangeError", errorMessage: "no" });
    expect((await invoke()).answer).toBe(2);
    expect(logs.read({ functionName: "Tried" }).at(0)?.text).toContain("RangeError");
  });

  it("is ended when its time is over, and the next call finds a new one", async () => {
    const { invoke } = deploy(
      "let n = 0; exports.handler = async (e) => { n += 1; if (e.hang) await new Promise(() => {}); return n; };",
      { timeoutMs: 300 },
    );
    expect((await invoke({ hang: true })).answer.errorMessage).toBe("Task timed out after 0.30 seconds");
    expect((await invoke({})).answer).toBe(1);
  });

  it("is ended also when it spins without a pause", async () => {
    const { invoke } = deploy("exports.handler = () => { for (;;); };", { timeoutMs: 300 });
    expect((await invoke()).answer.errorType).toBe("Sandbox.Timedout");
  });

  it("is ended when it takes more memory than it has", async () => {
    const { invoke } = deploy(
      "exports.handler = async () => { const all = []; for (;;) all.push(new Array(1000).fill({}).map(() => ({}))); };",
      { memoryMegabytes: 32, timeoutMs: 15_000 },
    );
    expect((await invoke()).answer.errorType).toBe("Runtime.OutOfMemory");
  });

  it("that leaves the process says so", async () => {
    const { invoke } = deploy("exports.handler = async () => { process.exit(3); };");
    expect((await invoke()).answer.errorType).toBe("Runtime.ExitError");
  });

  it("that cannot be loaded fails every call with the reason", async () => {
    const { invoke } = deploy("throw new Error('missing setting MAIN_TABLE');");
    for (const call of [await invoke(), await invoke()]) {
      expect(call.functionError).toBe("Unhandled");
      expect(call.answer.errorMessage).toBe("missing setting MAIN_TABLE");
    }
  });

  it("does not blame the next call for what goes wrong between two calls", async () => {
    const { invoke, logs } = deploy(
      "exports.handler = async (e) => { if (e.late) setTimeout(() => Promise.reject(new Error('late')), 5); return 'fine'; };",
    );
    await invoke({ late: true });
    while (!logs.read().some(({ text }) => text.includes("late"))) await new Promise((next) => setTimeout(next, 5));
    expect(await invoke()).toEqual({ answer: "fine", functionError: undefined });
  });

  it("that exports no handler says so", async () => {
    expect((await deploy("exports.other = 1;").invoke()).answer.errorMessage).toMatch(/exports no function "handler"/);
  });

  it("runs at most as often at once as its concurrency allows, and nobody is lost", async () => {
    const { invoke, made } = deploy(
      "let now = 0; exports.handler = async (e) => { await new Promise((r) => setTimeout(r, 20)); return e; };",
    );
    const calls = Array.from({ length: 7 }, (_, index) => invoke(index));
    expect(made.running()).toBe(7);
    expect((await Promise.all(calls)).map(({ answer }) => answer)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(made.running()).toBe(0);
  });

  it("has its output kept by request", async () => {
    const { invoke, logs } = deploy(
      "exports.handler = async (_, c) => { console.log('in', c.awsRequestId); console.error('bad'); return c.awsRequestId; };",
    );
    const requestId = (await invoke()).answer;
    await invoke();
    expect(logs.read({ requestId }).map(({ stream, text }) => [stream, text])).toEqual([
      ["stdout", `in ${requestId}`],
      ["stderr", "bad"],
    ]);
  });
});
