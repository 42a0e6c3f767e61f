import { ControlRefusal, type ControlRequest, type ControlResponse } from "../control/control.ts";
import { inboxMessage } from "../ses/inbox.ts";
import type { Workbench } from "./workbench.ts";

// Showing a mail must not touch its links: no scripts, no requests but for pictures of this machine, no prefetch.
const POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
].join("; ");

/** The HTML part alone, for the frame: its links open in a new tab. */
export async function mailFrame(workbench: Workbench, request: ControlRequest): Promise<ControlResponse> {
  const mail = workbench.ses.find(request.params.id ?? "");
  if (!mail) throw new ControlRefusal(404, "There is no such mail.");
  const { html } = await inboxMessage(mail);
  return {
    headers: {
      "content-security-policy": POLICY,
      "referrer-policy": "no-referrer",
      "x-dns-prefetch-control": "off",
      "x-content-type-options": "nosniff",
    },
    body: framed(
      html || "<p>This mail has no HTML part.</p>",
      request.query.get("theme") === "dark" ? "dark" : "light",
    ),
  };
}

function framed(html: string, theme: "light" | "dark"): string {
  const head = `<base target="_blank"><meta name="color-scheme" content="${theme}">`;
  const shown = inTheme(withoutFetching(html), theme);
  return /<head[^>]*>/i.test(shown) ? shown.replace(/<head[^>]*>/i, (tag) => tag + head) : head + shown;
}

/** A policy does not stop a prefetch or a redirect by itself: what asks for one goes. */
function withoutFetching(html: string): string {
  return html.replace(/<link\b[^>]*>/gi, "").replace(/<meta\b[^>]*\bhttp-equiv\s*=\s*["']?refresh[^>]*>/gi, "");
}

/** Shows the mail as in a light or a dark mail program, whatever this browser is set to: its media queries are decided here. */
function inTheme(html: string, theme: "light" | "dark"): string {
  return html
    .replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_query, wanted: string) =>
      wanted.toLowerCase() === theme ? "(min-width: 0)" : "(max-width: 0)",
    )
    .replace(/color-scheme\s*:\s*light\s+dark/gi, `color-scheme: ${theme}`);
}
