/** A route of an HTTP API: its key as in the template, for example `GET /o/{offer}`, and the function behind it. */
export interface Route {
  key: string;
  functionArn: string;
}

export interface RouteMatch {
  route: Route;
  parameters: Record<string, string>;
}

interface Pattern {
  route: Route;
  method: string;
  segments: string[];
  expression: RegExp;
  names: string[];
}

/** Finds the route of a request; undefined when no route has that method and path. */
export type FindRoute = (method: string, path: string) => RouteMatch | undefined;

/** Orders the routes as API Gateway does: literal before parameter before greedy parameter, a named method before ANY. */
export function createRouteTable(routes: Route[]): FindRoute {
  const patterns = routes.map(patternOf).sort(bySpecificity);
  return (method, path) => {
    for (const { expression, names, route, ...pattern } of patterns) {
      if (pattern.method !== "ANY" && pattern.method !== method) continue;
      const values = expression.exec(path)?.slice(1);
      if (values === undefined) continue;
      const parameters = names.map((name, index) => [name, decodeURIComponent(values[index] ?? "")]);
      return { route, parameters: Object.fromEntries(parameters) };
    }
    return undefined;
  };
}

function patternOf(route: Route): Pattern {
  if (route.key === "$default") return { route, method: "ANY", segments: [DEFAULT], expression: /^/, names: [] };
  const [method = "", path = ""] = route.key.split(" ");
  const segments = path.slice(1).split("/");
  const names = segments.filter(isParameter).map((segment) => segment.replace(/^\{(.+?)\+?\}$/, "$1"));
  return { route, method, segments, expression: new RegExp(`^/${segments.map(expressionOf).join("/")}$`), names };
}

const DEFAULT = "{$default+}";

function expressionOf(segment: string): string {
  if (isGreedy(segment)) return "(.+)";
  return isParameter(segment) ? "([^/]+)" : segment.replaceAll(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`);
}

function bySpecificity(one: Pattern, other: Pattern): number {
  for (let index = 0; index < Math.max(one.segments.length, other.segments.length); index += 1) {
    const difference = rank(one.segments[index]) - rank(other.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(one.method === "ANY") - Number(other.method === "ANY");
}

function rank(segment: string | undefined): number {
  if (segment === DEFAULT) return 4;
  if (segment === undefined) return 3;
  if (isGreedy(segment)) return 2;
  return isParameter(segment) ? 1 : 0;
}

function isGreedy(segment: string): boolean {
  return segment.startsWith("{") && segment.endsWith("+}");
}

function isParameter(segment: string): boolean {
  return segment.startsWith("{") && segment.endsWith("}");
}
