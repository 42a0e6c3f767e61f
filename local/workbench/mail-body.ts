import type { InboxMessage } from "../ses/inbox.ts";
import type { Mail } from "../ses/mail.ts";
import { type Html, html } from "./html.ts";

export interface MailView extends Record<string, string> {
  view: "html" | "text" | "source";
  width: "desktop" | "phone";
  theme: "light" | "dark";
}

/** The chosen part of a mail. HTML runs in a frame that may open links in a new tab and nothing else. */
export function mailBody(mail: Mail, message: InboxMessage, { view, width, theme }: MailView): Html {
  if (view === "source")
    return html`<pre class="source" tabindex="0" role="region" aria-label="Source">${message.raw}</pre>`;
  if (view === "text" || message.html === "")
    return html`<div class="plain">${message.text ? linked(message.text) : "This mail has no text part."}</div>`;
  return html`<div class="stage ${width} ${theme}"><iframe title="The mail as HTML" class="${theme}"
 sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"
 src="/_local/view/mail/${encodeURIComponent(mail.id)}/frame?theme=${theme}"></iframe></div>`;
}

function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, at) =>
      at % 2 === 1 ? html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>` : html`${part}`,
    );
}
