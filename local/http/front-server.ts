import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type HttpRequest, type HttpResponse, plainMessage } from "./messages.ts";

/** The one address that a person opens. */
export interface FrontServer {
  url: string;
  /** What answers from now on; until it is set, everything is told to wait. */
  serve(answer: Answer): void;
  close(): Promise<void>;
}

export type Answer = (request: HttpRequest) => Promise<HttpResponse>;

/** Another program listens on the wanted port. */
export class PortTaken extends Error {}

// One byte more than API Gateway takes, so that the API itself can say that it is too much.
const READ_AT_MOST = 10 * 1024 * 1024 + 1;

/** Listens on the loopback address only: nothing of this is meant for the network. */
export async function startFrontServer(port: number): Promise<FrontServer> {
  let answer: Answer = async () => plainMessage(503, "Starting");
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing, (request) => answer(request)));
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    serve: (next) => {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is in use. Stop the other program, or choose another: PORT=3001 npm start`;
      reject(cause.code === "EADDRINUSE" ? new PortTaken(taken, { cause }) : cause);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

async function handle(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer): Promise<void> {
  try {
    const body = await bodyOf(incoming);
    const response = await answer(requestOf(incoming, body));
    if (body.length >= READ_AT_MOST) outgoing.setHeader("connection", "close");
    send(outgoing, response, incoming.method === "HEAD");
  } catch (cause) {
    if (incoming.destroyed && !incoming.complete) return;
    process.stderr.write(`A request failed: ${(cause as Error).stack}\n`);
    send(outgoing, plainMessage(500, "Internal Server Error"), false);
  }
}

/** Reads the body; what is beyond the limit is let go by, so that the sender still gets its answer. */
function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on("data", (chunk: Buffer) => {
      if (length >= READ_AT_MOST) return;
      chunks.push(chunk);
      length += chunk.length;
      if (length >= READ_AT_MOST) resolve(Buffer.concat(chunks));
    });
    incoming.once("end", () => resolve(Buffer.concat(chunks)));
    incoming.once("error", reject);
  });
}

function requestOf(incoming: IncomingMessage, body: Buffer): HttpRequest {
  const [path = "/", ...query] = (incoming.url ?? "/").split("?");
  const { rawHeaders } = incoming;
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.push([(rawHeaders[index] ?? "").toLowerCase(), rawHeaders[index + 1] ?? ""]);
  }
  const sourceIp = (incoming.socket.remoteAddress ?? "").replace("::ffff:", "");
  return { method: incoming.method ?? "GET", path, query: query.join("?"), headers, body, sourceIp };
}

function send(outgoing: ServerResponse, { status, headers, body }: HttpResponse, headOnly: boolean): void {
  for (const [name, value] of headers) {
    if (name !== "content-length" && name !== "transfer-encoding") outgoing.appendHeader(name, value);
  }
  if (status !== 204 && status !== 304) outgoing.setHeader("content-length", body.length);
  outgoing.writeHead(status);
  outgoing.end(headOnly ? undefined : body);
}
