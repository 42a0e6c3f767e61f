import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { AwsRequest, AwsResponse, AwsService } from "../aws-service.ts";
import { answerDisturbed } from "./answer-disturbed.ts";
import type { Authorize } from "./authorize.ts";
import { callerOf, readAwsRequest } from "./aws-request.ts";
import type { CallCounts } from "./call-counts.ts";
import type { Faults } from "./faults.ts";

/** The one local address of all AWS services; which one is meant says the signature's credential scope. */
export interface AwsGateway {
  url: string;
  /** Calls that have been read and not yet answered. */
  inFlight(): number;
  close(): Promise<void>;
}

export interface GatewayParts {
  services: AwsService[];
  authorize: Authorize;
  faults: Faults;
  counts: CallCounts;
  /** Ends this process at once, as a power cut would. */
  crash: () => never;
}

/** Starts the gateway on a free port of the loopback address. */
export async function startAwsGateway(parts: GatewayParts): Promise<AwsGateway> {
  const services = new Map(parts.services.map((service) => [service.signingName, service]));
  let inFlight = 0;
  const server = createServer((incoming, outgoing) => {
    inFlight += 1;
    void answer(services, parts, incoming, outgoing).finally(() => {
      inFlight -= 1;
    });
  });
  // An idle connection that the server drops may take a call with it, and a call to SES is never repeated.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, inFlight: () => inFlight, close: () => close(server) };
}

async function answer(
  services: Map<string, AwsService>,
  parts: GatewayParts,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const { request, signingName } = await readAwsRequest(incoming);
    const service = services.get(signingName);
    if (service === undefined) return send(outgoing, unknownService(signingName));
    await answerFrom(service, request, parts, outgoing);
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    process.stderr.write(`The local AWS endpoint failed: ${detail}\n`);
    send(outgoing, { status: 500, body: JSON.stringify({ __type: "InternalFailure", message: detail }) });
  }
}

async function answerFrom(service: AwsService, request: AwsRequest, parts: GatewayParts, outgoing: ServerResponse) {
  const call = {
    service: service.signingName,
    action: service.operation(request),
    caller: callerOf(request.accessKeyId),
  };
  parts.counts.add(call);
  const refusal = parts.authorize(call.caller, service.permissions(request));
  if (refusal !== undefined) return send(outgoing, service.refuse("access-denied", refusal));
  const fault = parts.faults.take(call);
  if (fault !== undefined) return answerDisturbed(fault, service, request, parts.crash, outgoing, send);
  send(outgoing, await service.handle(request));
}

function send(outgoing: ServerResponse, { status, headers = {}, body }: AwsResponse): void {
  // Without a Date header the SDK cannot correct its clock by ours: the product's clock may be wound years ahead.
  outgoing.sendDate = false;
  outgoing.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  outgoing.end(body);
}

function unknownService(signingName: string): AwsResponse {
  const message = `The local runtime has no AWS service "${signingName}".`;
  return { status: 400, body: JSON.stringify({ __type: "UnknownOperationException", message }) };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
