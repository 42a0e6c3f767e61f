import type { ServerResponse } from "node:http";
import type { AwsRequest, AwsResponse, AwsService } from "../aws-service.ts";
import type { Fault } from "./faults.ts";

type Send = (outgoing: ServerResponse, response: AwsResponse) => void;

/** Answers one call as the fault demands: refused, late, accepted without an answer, or not at all. */
export async function answerDisturbed(
  fault: Fault,
  service: AwsService,
  request: AwsRequest,
  crash: () => never,
  outgoing: ServerResponse,
  send: Send,
): Promise<void> {
  if (fault.mode === "crash-before") crash();
  if (fault.mode === "error") return send(outgoing, service.refuse("internal", "A fault was ordered for this call."));
  if (fault.mode === "throttle") return send(outgoing, service.refuse("throttle", "Rate exceeded"));
  if (fault.mode === "latency") await pause(fault.delayMs);
  const response = await service.handle(request);
  if (fault.mode === "crash-after") crash();
  if (fault.mode === "garbled-after-accept") return send(outgoing, { ...response, body: "<garbled" });
  if (fault.mode !== "timeout-after-accept") return send(outgoing, response);
  await pause(fault.delayMs);
  outgoing.destroy();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
