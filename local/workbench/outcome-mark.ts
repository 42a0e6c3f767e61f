import type { Mail } from "../ses/mail.ts";
import { type Html, html } from "./html.ts";

/** Where a mail has come to, in a word and a colour; delivered is the rule and stays quiet. */
export function outcomeMark(mail: Mail): Html {
  return html`<span class="outcome ${mail.outcome}">${mail.outcome}</span>`;
}
