import { findBrand } from "../brand/find-brand.ts";
import type { Brand } from "../brand/rules/brand.ts";
import type { HttpEvent } from "../platform/http-handler.ts";
import { localeFrom } from "./locale-from.ts";
import { type PageFrame, pageFrame } from "./page-frame.ts";

/** A request for a page: who is spoken for, and the frame in the visitor's language. */
export interface Visit {
  brand: Brand;
  frame: PageFrame;
}

/** What is known of the person beside the request. */
export interface KnownVisitor {
  /** The language chosen in a form just sent. */
  asked?: string | undefined;
  /** The contact's own language and zone. */
  locale?: string | undefined;
  zone?: string | undefined;
}

/** Prepares a page for the visitor of this request. */
export async function visitOf(event: HttpEvent, here: string, known: KnownVisitor = {}): Promise<Visit> {
  const brand = await findBrand();
  const asked = event.queryStringParameters?.lang ?? known.asked;
  const locale = localeFrom({ asked, known: known.locale, acceptLanguage: event.headers["accept-language"] });
  return { brand, frame: pageFrame(brand, locale, here, known.zone) };
}

/** The path and query of a request as it came: where the language switch leads back to. */
export function hereOf({ rawPath, rawQueryString }: HttpEvent): string {
  return rawQueryString ? `${rawPath}?${rawQueryString}` : rawPath;
}
