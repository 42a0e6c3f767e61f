import type { Browser, BrowserContext, Page, Request, Response } from "playwright-core";

/** Somebody with a browser of their own: no cookies or storage are shared with others. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Whatever no page of ours may do: errors in the console, requests to other hosts, a lax policy. Empty is good. */
  faults: string[];
}

export interface VisitorOptions {
  locale?: "en-GB" | "zh-CN";
  width?: number;
  colorScheme?: "light" | "dark";
  javaScript?: boolean;
}

/** Opens a browser for one person and listens to everything that could go wrong in it. */
export async function openVisitor(browser: Browser, url: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { locale = "en-GB", width = 390, colorScheme = "light", javaScript = true } = options;
  const context = await browser.newContext({
    baseURL: url,
    locale,
    timezoneId: locale === "zh-CN" ? "Asia/Shanghai" : "Europe/Berlin",
    viewport: { width, height: width < 600 ? 844 : 860 },
    colorScheme,
    // What moves while it is looked at would be judged half-way.
    reducedMotion: "reduce",
    javaScriptEnabled: javaScript,
  });
  context.setDefaultTimeout(15_000);
  const faults: string[] = [];
  listen(context, new URL(url).origin, faults);
  return { context, page: await context.newPage(), faults };
}

function listen(context: BrowserContext, origin: string, faults: string[]): void {
  context.on("console", (message) => {
    // A refused request is judged as a response; a page that says "expired" is no fault.
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) faults.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`page: ${error.error().message}`));
  context.on("request", (request) => {
    if (leaves(request, origin)) faults.push(`asks another host: ${request.url()}`);
  });
  context.on("response", (response) => faults.push(...faultsOf(response, origin)));
}

function leaves(request: Request, origin: string): boolean {
  return /^https?:/.test(request.url()) && new URL(request.url()).origin !== origin;
}

function faultsOf(response: Response, origin: string): string[] {
  const url = response.url();
  if (!url.startsWith(origin)) return [];
  if (response.request().resourceType() !== "document") {
    // The console asks who is there before it shows the way in.
    if (response.status() === 401 && url === `${origin}/v1/console/session`) return [];
    return response.status() >= 400 ? [`${response.status()} for ${url}`] : [];
  }
  const isRedirect = response.status() >= 300 && response.status() < 400;
  return isRedirect || allowsOnlyFiles(response.headers()["content-security-policy"]) ? [] : [`lax policy: ${url}`];
}

/** Whether a policy lets no script run that stands in the page itself. */
function allowsOnlyFiles(policy = ""): boolean {
  const directives = new Map(policy.split(";").map((directive) => pair(directive.trim())));
  const scripts = directives.get("script-src") ?? directives.get("default-src");
  return scripts !== undefined && !/'unsafe-|\*|data:|https?:/.test(scripts);
}

function pair(directive: string): [string, string] {
  const at = directive.indexOf(" ");
  return at < 0 ? [directive, ""] : [directive.slice(0, at), directive.slice(at + 1)];
}
