import { escaped } from "./form-text.ts";
import type { FormOptions } from "./sign-up-form.ts";

/** The script tag that puts the form into its own place. */
export function scriptText({ origin, brand, locale, offer }: FormOptions): string {
  const told = { offer: offer ?? "", locale, brand };
  const data = Object.entries(told).filter(([, value]) => value);
  const attributes = data.map(([name, value]) => ` data-${name}="${escaped(value)}"`).join("");
  return `<script src="${escaped(origin)}/assets/embed.js"${attributes} async></script>`;
}
