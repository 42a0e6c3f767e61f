import { expect, test } from "vitest";
import { allRoutes } from "../../../functions/http/routes/all-routes.ts";
import { callers } from "../support/callers.ts";
import { resourceOf, resourcesOf, synthesize } from "../support/synthesize.ts";

const { web } = synthesize();
const routes = resourcesOf(web, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties);

/** The function that a route leads to, through its integration. */
function functionOf(target: { "Fn::Join": [string, [string, { Ref: string }]] }): string {
  const integration = resourceOf(web, target["Fn::Join"][1][1].Ref);
  return /GetAtt([A-Za-z]+)Arn/.exec(integration.Properties.IntegrationUri["Fn::ImportValue"])?.[1] ?? "nothing";
}

test("it is said of every route who may call it", () => {
  const keys = routes.map((route) => route.RouteKey).filter((key) => !key.startsWith("HEAD "));
  expect(keys.sort()).toEqual(Object.keys(callers).sort());
});

test("every page that can be read can be asked for by HEAD, as link checkers do, from the same function", () => {
  const led = Object.fromEntries(routes.map((route) => [route.RouteKey, functionOf(route.Target)]));
  const pages = Object.keys(led).filter((key) => key.startsWith("GET /") && !key.startsWith("GET /v1/"));
  expect(pages).toContain("GET /");
  for (const page of pages) expect(led[page.replace("GET", "HEAD")], page).toBe(led[page]);
});

test("every route leads to its function, in the payload format the functions read", () => {
  const led = Object.fromEntries(routes.map((route) => [route.RouteKey, functionOf(route.Target)]));
  expect(led).toMatchObject({
    "GET /": "LandingPage",
    "POST /trials": "SignUp",
    "POST /confirm": "Confirm",
    "GET /r/{code}": "ReferralLink",
    "POST /unsubscribe": "Unsubscribe",
    "POST /sign-in": "SignIn",
    "GET /me/{proxy+}": "Portal",
    "POST /v1/batch": "Ingest",
    "POST /v1/points/adjustments": "IntegratorApi",
    "ANY /v1/console/{proxy+}": "ConsoleApi",
    "ANY /v1/console/templates/{proxy+}": "ContentStudio",
    "GET /v1/console/sending": "SendingDesk",
  });
  expect(Object.values(led)).not.toContain("nothing");
  for (const [, { Properties }] of resourcesOf(web, "AWS::ApiGatewayV2::Integration")) {
    expect(Properties.PayloadFormatVersion).toBe("2.0");
  }
});

test("the gateway may call a function for that function's routes only", () => {
  const permissions = resourcesOf(web, "AWS::Lambda::Permission");
  expect(permissions.length).toBe(routes.length);
  for (const [id, { Properties }] of permissions) {
    expect(Properties.Principal, id).toBe("apigateway.amazonaws.com");
    expect(JSON.stringify(Properties.SourceArn), id).toMatch(/\/\*\/(\*|[A-Z]+)\//);
  }
});

test("the access log names routes and never paths, queries or addresses of callers", () => {
  const { AccessLogSettings } = resourceOf(web, "Stage").Properties;
  const fields = Object.values(JSON.parse(AccessLogSettings.Format));
  expect(fields).toContain("$context.routeKey");
  expect(fields.join(" ")).not.toMatch(/\$context\.(path|identity|domainName|protocol|authorizer)/);
});

test("nobody can make the product mail strangers in bulk", () => {
  const { DefaultRouteSettings, RouteSettings } = resourceOf(web, "Stage").Properties;
  expect(DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
  for (const route of ["POST /trials", "POST /v1/trials", "POST /v1/sign-in"]) {
    expect(RouteSettings[route].ThrottlingRateLimit).toBeLessThan(DefaultRouteSettings.ThrottlingRateLimit);
  }
});

test.each(allRoutes)("$method $path is deployed for whom the API's document says", ({ method, path, audience }) => {
  const answering = Object.keys(callers).filter((key) => {
    const [verb, pattern = ""] = key.split(" ");
    const below = pattern.endsWith("{proxy+}") && path.startsWith(pattern.slice(0, -"{proxy+}".length));
    return (verb === method || verb === "ANY") && (below || pattern === path);
  });
  const caller = callers[answering[0] ?? ""];
  expect(audience === "public" ? ["anyone", "holder of a token"] : [audience]).toContain(caller);
});
