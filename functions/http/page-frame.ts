import type { Brand } from "../brand/rules/brand.ts";
import type { Locale } from "../contacts/rules/contact.ts";

/** What is around every page, whatever it shows. */
export interface PageFrame {
  locale: Locale;
  /** The IANA zone in which times are told: the contact's, else the brand's. */
  zone: string;
  /** Who speaks, in the page's language. */
  brand: { name: string; postalAddress: string; phone: string };
  /** The path and query at which a GET shows this page; the language switch leads there. */
  here: string;
}

/** The frame of a page of this brand. */
export function pageFrame(brand: Brand, locale: Locale, here: string, zone: string = brand.zone): PageFrame {
  const { postalAddress, phone } = brand;
  return { locale, zone, here, brand: { name: brand.name[locale], postalAddress, phone } };
}
