import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { AwsService } from "../../local/aws-service.ts";

export interface ServedAwsService {
  endpoint: string;
  close(): Promise<void>;
}

/** Serves one AWS service over HTTP on a free port, without signatures or permissions, for tests. */
export async function serveAwsService(service: AwsService): Promise<ServedAwsService> {
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
    const answer = await service.handle({
      method: incoming.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      headers: headersOf(incoming),
      body: await bodyOf(incoming),
      accessKeyId: /Credential=([^/]+)/.exec(incoming.headers.authorization ?? "")?.[1] ?? "",
    });
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
