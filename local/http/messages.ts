/** A request as the viewer sent it. */
export interface HttpRequest {
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** Without the question mark. */
  query: string;
  /** Names in lower case; a name that was sent twice stands twice. */
  headers: [name: string, value: string][];
  body: Buffer;
  sourceIp: string;
}

export interface HttpResponse {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** API Gateway's own way of saying no. */
export function plainMessage(status: number, message: string): HttpResponse {
  return { status, headers: [["content-type", "application/json"]], body: Buffer.from(JSON.stringify({ message })) };
}

/** The value of a header; several are joined by commas, as HTTP says. */
export function headerOf({ headers }: { headers: [string, string][] }, name: string): string | undefined {
  const values = headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(",");
}
