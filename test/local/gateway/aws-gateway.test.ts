import { afterEach, describe, expect, it } from "vitest";
import type { AwsRequest, AwsService } from "../../../local/aws-service.ts";
import { createAuthorize } from "../../../local/gateway/authorize.ts";
import { type AwsGateway, startAwsGateway } from "../../../local/gateway/aws-gateway.ts";
import { createCallCounts } from "../../../local/gateway/call-counts.ts";
import { createFaults, Fault } from "../../../local/gateway/faults.ts";

let gateway: AwsGateway | undefined;

afterEach(() => gateway?.close());

/** A service that writes down what it was asked, to stand at the end of the gateway's checks. */
function noting(signingName: string) {
  const handled: AwsRequest[] = [];
  const service: AwsService = {
    signingName,
    operation: ({ headers }) => headers["x-amz-target"] ?? "",
    permissions: () => [{ action: "notes:Write", resource: "arn:aws:notes:::one" }],
    handle: async (request) => {
      handled.push(request);
      return { status: 200, headers: { "x-amzn-requestid": "1" }, body: `noted by ${signingName}` };
    },
    refuse: (type, detail) => ({ status: 400, body: `${type}: ${detail}` }),
  };
  return { service, handled };
}

async function start() {
  const notes = noting("notes");
  const others = noting("others");
  const faults = createFaults();
  const counts = createCallCounts();
  const allowed = { Effect: "Allow" as const, Action: ["notes:Write"], Resource: ["*"] };
  const authorize = createAuthorize(
    new Map([
      ["Writer", [allowed]],
      ["Reader", []],
    ]),
  );
  const crash = () => {
    throw new Error("crashed");
  };
  gateway = await startAwsGateway({ services: [notes.service, others.service], authorize, faults, counts, crash });
  const { url } = gateway;
  const call = async (key = "LOCALWriter", signingName = "notes") => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20261123/eu-central-1/${signingName}/aws4_request, Signature=0`;
    const response = await fetch(`${url}/path?a=1`, {
      method: "POST",
      body: "body",
      headers: { authorization, "x-amz-target": "Write" },
    });
    return { status: response.status, body: await response.text(), headers: response.headers };
  };
  const order = (fault: object) => faults.add(Fault.parse({ service: "*", ...fault }));
  return { call, notes, others, order, counts };
}

describe("the address of the AWS services", () => {
  it("hands each call to the service that its signature names", async () => {
    const { call, notes } = await start();
    expect((await call()).body).toBe("noted by notes");
    expect((await call("LOCALWriter", "others")).body).toBe("noted by others");
    expect(notes.handled[0]).toMatchObject({ method: "POST", path: "/path", accessKeyId: "LOCALWriter" });
    expect(notes.handled[0]?.body.toString()).toBe("body");
  });

  it("knows no other service", async () => {
    const answer = await (await start()).call("LOCALWriter", "rds");
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('no AWS service \\"rds\\"')]);
  });

  it("lets nothing pass that the caller's role does not allow, and says what was missing", async () => {
    const { call, notes } = await start();
    const refused = await call("LOCALReader");
    expect(refused.body).toContain(
      "access-denied: Function Reader is not authorized to perform notes:Write on resource arn:",
    );
    expect((await call("AKIAUNKNOWN")).body).toContain("names no function");
    expect(notes.handled).toHaveLength(0);
    expect((await call("LOCALOperator")).status).toBe(200);
  });

  it("sends no Date, by which an SDK would set its clock", async () => {
    expect((await (await start()).call()).headers.has("date")).toBe(false);
  });

  it("refuses, throttles and delays on order", async () => {
    const { call, order, notes } = await start();
    order({ mode: "error" });
    expect((await call()).body).toMatch(/^internal/);
    order({ mode: "throttle" });
    expect((await call()).body).toMatch(/^throttle/);
    expect(notes.handled).toHaveLength(0);
    order({ mode: "latency", delayMs: 30 });
    const begun = performance.now();
    expect((await call()).body).toBe("noted by notes");
    expect(performance.now() - begun).toBeGreaterThanOrEqual(29);
  });

  it("does the work and loses or garbles the answer on order", async () => {
    const { call, order, notes } = await start();
    order({ mode: "timeout-after-accept", delayMs: 0 });
    await expect(call()).rejects.toThrow(/fetch failed/);
    order({ mode: "garbled-after-accept" });
    expect((await call()).body).toBe("<garbled");
    expect(notes.handled).toHaveLength(2);
  });

  it("counts every call by function, service and operation", async () => {
    const { call, counts } = await start();
    await call();
    await call();
    expect(counts.read()).toEqual([{ caller: "Writer", service: "notes", action: "Write", calls: 2 }]);
    counts.reset();
    expect(counts.read()).toEqual([]);
  });
});
