import { createRequire } from "node:module";
import path from "node:path";
import type { APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { beforeAll, expect, test } from "vitest";
import { bundleFolder } from "../../../infra/bundle/function-names.ts";
import { routes } from "../../../infra/web/routes.ts";
import { callers } from "../support/callers.ts";

// The functions as they are deployed, with every setting but nothing behind them: whoever proves nothing must be turned
// away before anything is read.
const settings = {
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_ENDPOINT_URL: "http://127.0.0.1:9",
  AWS_MAX_ATTEMPTS: "1",
  MAIN_TABLE: "Main",
  LEDGER_TABLE: "Ledger",
  BASE_URL: "https://try.lantern.example",
  FIRST_ADMIN: "owner@example.com",
};

// A real address below each open-ended route; of GET /me nothing lies below yet, and every such address is unknown.
const BELOW: Record<string, string> = {
  "POST /me/{proxy+}": "language",
  "GET /v1/me/{proxy+}": "ledger",
  "ANY /v1/console/{proxy+}": "contacts",
  "ANY /v1/console/templates/{proxy+}": "welcome",
};

const closed = Object.entries(routes).flatMap(([name, itsRoutes]) =>
  itsRoutes
    .filter((route) => ["member", "integrator", "staff"].includes(callers[route] ?? ""))
    .map((route) => ({ name, route })),
);

beforeAll(() => {
  Object.assign(process.env, settings);
});

test("most routes are closed", () => {
  expect(closed.length).toBeGreaterThan(15);
});

test.each(closed)("$route turns away whoever proves nothing", async ({ name, route }) => {
  const answer = await call(name, route);
  if (route === "GET /me/{proxy+}") return expect(answer.statusCode).toBe(404);
  const signIn = answer.statusCode === 303 && String(answer.headers?.location).startsWith("/sign-in");
  expect(signIn || [401, 403].includes(answer.statusCode ?? 0), JSON.stringify(answer)).toBe(true);
  expect(JSON.stringify(answer.headers)).toContain("no-store");
});

async function call(name: string, route: string): Promise<APIGatewayProxyStructuredResultV2> {
  const { handler } = createRequire(import.meta.url)(path.join(bundleFolder, name, "index.cjs"));
  const [method = "", pattern = ""] = route.split(" ");
  const rawPath = pattern.replace("{proxy+}", BELOW[route] ?? "anything").replace("{id}", "con_1");
  const verb = method === "ANY" ? "GET" : method;
  const event = {
    version: "2.0",
    routeKey: route,
    rawPath,
    rawQueryString: "",
    headers: { host: "try.lantern.example", "content-type": "application/json" },
    pathParameters: { proxy: BELOW[route], id: "con_1" },
    requestContext: { http: { method: verb, path: rawPath, sourceIp: "192.0.2.1" }, requestId: "req_1" },
    body: verb === "GET" ? undefined : "{}",
    isBase64Encoded: false,
  };
  return handler(event, { getRemainingTimeInMillis: () => 9000 } as Context);
}
