import type * as z from "zod/mini";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { allRoutes } from "../../functions/http/routes/all-routes.ts";
import type { Route } from "../../functions/http/routes/route.ts";
import { Problem } from "../../functions/http/routes/shared-schemas.ts";
import { namedSchemas } from "./named-schemas.ts";

const securityByAudience = {
  public: [],
  member: [{ session: [] }],
  staff: [{ session: [] }],
  integrator: [{ bearerKey: [] }, { basicKey: [] }],
};

/** The OpenAPI 3.1 document of the whole product, from the schemas that validate its requests. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  const document = createDocument({
    openapi: "3.1.0",
    info: {
      title: "Tastemaker",
      version: "1",
      license: { name: "MIT", identifier: "MIT" },
      description: "Instants are ISO 8601 UTC, money is in minor units, lists are read on with next.",
    },
    servers: [{ url: "/" }],
    tags: [
      { name: "public", description: "No sign-in" },
      { name: "member", description: "A member's session" },
      { name: "integrator", description: "An API key, as Bearer token or as the user name of Basic" },
      { name: "staff", description: "A staff session; changes must come from the console's own origin as JSON" },
    ],
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "__Host-session" },
        bearerKey: { type: "http", scheme: "bearer" },
        basicKey: { type: "http", scheme: "basic" },
      },
    },
    paths: pathsOf(allRoutes),
  });
  return { ...document, components: { ...document.components, schemas: sorted(document.components?.schemas ?? {}) } };
}

/** By name, so that the order in which modules happen to be loaded changes neither document nor client. */
function sorted<Value>(named: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function pathsOf(routes: readonly Route[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const declared of routes) {
    paths[declared.path] = { ...paths[declared.path], [declared.method.toLowerCase()]: operationOf(declared) };
  }
  return paths;
}

function operationOf(declared: Route) {
  return {
    operationId: declared.id,
    summary: declared.summary,
    tags: [declared.audience],
    security: securityByAudience[declared.audience],
    ...(declared.permission && { "x-permission": declared.permission }),
    requestParams: {
      ...(declared.params && { path: declared.params }),
      ...(declared.query && { query: declared.query }),
      ...(declared.headers && { header: declared.headers }),
    },
    ...(declared.body && { requestBody: { required: true, content: json(declared.body) } }),
    responses: { ...answersOf(declared), default: problemAnswer },
  };
}

function answersOf(declared: Route) {
  const entries = Object.entries(declared.answers).map(([status, schema]) => [
    status,
    answerOf(Number(status), schema),
  ]);
  return Object.fromEntries(entries);
}

function answerOf(status: number, schema: z.ZodMiniType | null) {
  if (schema === null) return { description: status < 300 ? "A page" : "The way to another page" };
  if (status >= 400) return { description: "Refused", content: { "application/problem+json": { schema } } };
  return { description: status === 202 ? "Accepted" : "Answer", content: json(schema) };
}

const problemAnswer = {
  description: "Anything else: a problem document",
  content: { "application/problem+json": { schema: Problem } },
};

function json(schema: z.ZodMiniType) {
  return { "application/json": { schema } };
}
