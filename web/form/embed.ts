import { type Part, signUpForm } from "./sign-up-form.ts";

// Runs on other people's sites: it sets no cookie, asks for nothing, brings no style, and leaves no name behind.
const ORIGIN = ["ref", "via", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];
const LONGEST = 100;

const script = document.currentScript;
if (script instanceof HTMLScriptElement) script.after(elementOf(formFor(script)));

function formFor({ src, dataset }: HTMLScriptElement): Part {
  const { origin, hostname } = new URL(src);
  const { offer, brand = hostname } = dataset;
  const language = dataset.locale ?? document.documentElement.lang;
  const locale = language.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
  return signUpForm({ origin, brand, locale, offer, hidden: { ...cameBy(location.search), ...zone() } });
}

/** What the link to this page told of where the visitor comes from; the sign-up carries it on. */
function cameBy(search: string): Record<string, string> {
  const told = [...new URLSearchParams(search)].filter(
    ([name, value]) => ORIGIN.includes(name) && value.length <= LONGEST,
  );
  return Object.fromEntries(told);
}

function zone(): Record<string, string> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone ? { timezone: timeZone } : {};
}

function elementOf({ tag, attributes, children }: Part): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === "string" ? child : elementOf(child))));
  return element;
}
