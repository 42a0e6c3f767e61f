import type { Context } from "aws-lambda";
import { expect } from "vitest";
import type { Role } from "../../../../../functions/access/rules/staff.ts";
import { sessionWrite } from "../../../../../functions/access/store.ts";
import { newContactWrites } from "../../../../../functions/contacts/store.ts";
import { matchRoute } from "../../../../../functions/http/console/match-route.ts";
import { allRoutes } from "../../../../../functions/http/routes/all-routes.ts";
import { Problem } from "../../../../../functions/http/routes/shared-schemas.ts";
import { commit } from "../../../../../functions/platform/commit.ts";
import type { HttpEvent, HttpResponse } from "../../../../../functions/platform/http-handler.ts";
import { hashSecret } from "../../../../../functions/platform/ids.ts";
import { httpEvent } from "../../event.ts";

type Handler = (event: HttpEvent, context: Context) => Promise<HttpResponse>;

export interface Call {
  body?: unknown;
  headers?: Record<string, string>;
  /** The session's secret; left out for a stranger. */
  secret?: string;
}

export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came
  body: any;
}

/** Calls a console function as the gateway would, from the console's own page unless the headers say otherwise. */
export function consoleCaller(handler: unknown) {
  return async (method: string, pathAndQuery: string, { body, headers, secret }: Call = {}): Promise<Answered> => {
    const [rawPath = "", rawQueryString = ""] = pathAndQuery.split("?", 2);
    const event = httpEvent({
      rawPath,
      rawQueryString,
      headers: headers ?? { "content-type": "application/json", "sec-fetch-site": "same-origin" },
      cookies: secret ? [`__Host-session=${secret}`] : [],
      requestContext: { requestId: "test", http: { method } } as HttpEvent["requestContext"],
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const response = await (handler as Handler)(event, {} as Context);
    const answered = { status: response.statusCode ?? 0, body: JSON.parse(response.body || "null") };
    expectDeclared(method, rawPath, answered);
    return answered;
  };
}

/** Whatever a route answers has the shape that the document promises for that status. */
function expectDeclared(method: string, path: string, { status, body }: Answered) {
  const matched = matchRoute(entries, method, path);
  const promised = matched.ok && (matched.entry.route.answers[status] ?? (status >= 400 ? Problem : undefined));
  if (promised) expect(promised.safeParse(body).error?.issues, `${method} ${path} ${status}`).toBeUndefined();
}

const entries = allRoutes.map((route) => ({ route }));

/** Signs somebody in; without a role it is a member who is not staff. */
export async function signedIn(email: string, role?: Role): Promise<string> {
  const secret = `secret-of-${email}`;
  const signedInAt = new Date().toISOString();
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const id = `con_${hashSecret(email).slice(0, 12)}`;
  const session = { contactId: id, signedInAt, expiresAt };
  const consent = { marketing: false, at: signedInAt };
  await commit(newContactWrites({ id, email, locale: "en", createdAt: signedInAt, consent }));
  await commit([
    sessionWrite(hashSecret(secret), { ...session, ...(role ? { role } : {}) }),
    ...(role ? [{ put: { pk: `staff#${email}`, sk: "staff", role } }] : []),
  ]);
  return secret;
}
