import { findBrand } from "../../brand/find-brand.ts";
import { lookUpContact } from "../../contacts/look-up-contact.ts";
import type { PreviewSource } from "../../content/rules/preview-source.ts";
import type { PreviewTemplate } from "../routes/console-templates.ts";

/** What a preview is made from; undefined when the contact whose values were wanted does not exist. */
export async function previewRequest({ source, locale, data }: PreviewTemplate): Promise<PreviewSource | undefined> {
  const brand = await findBrand();
  if (data.kind !== "contact") return { source, locale, data, zone: brand.zone };
  const contact = await lookUpContact(data.contactId);
  if (!contact) return undefined;
  // What only a journey or an order could tell (a deadline, an amount) is filled from the samples.
  const values = {
    "contact.name": contact.name ?? "",
    "brand.name": brand.name[locale],
    "brand.postalAddress": brand.postalAddress,
    "brand.phone": brand.phone,
  };
  return { source, locale, data: { values }, zone: contact.timezone ?? brand.zone };
}
