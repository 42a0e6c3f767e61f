import type { VariableValues } from "../../functions/content/rules/fill-variables.ts";
import { mailUrls } from "../../functions/mail/mail-urls.ts";

const NAMES = ["Ana O'Neil", "Jürgen", "林晓雯", "Zoë <3", "Mia", "Noa", "Søren & Søn", ""];
const KEYS = [{ id: "k1", secret: "bench" }];
const BRAND = {
  name: "Lantern Language School",
  postalAddress: "Lantern Language School, Torstraße 118, 10119 Berlin, Germany",
  phone: "+49 30 5557 0142",
};

/** Readers as a batch has them: name, links, points, order and lessons are their own, the sender is one and the same. */
export function benchReaders(count: number): VariableValues[] {
  return Array.from({ length: count }, (_, at) => {
    const urls = mailUrls(
      { contactId: `con_01JD${String(at).padStart(22, "0")}` },
      "https://mail.lantern.example",
      KEYS,
    );
    return {
      contact: { name: NAMES[at % NAMES.length] },
      brand: BRAND,
      urls,
      links: { start: `https://lantern.example/lessons?from=mail&at=${at}` },
      trial: { endsAt: new Date(Date.UTC(2026, 11, 1 + (at % 28), 15, 20)).toISOString() },
      points: { available: 100 + 37 * at },
      order: at % 3 === 0 ? {} : { number: String(1000 + at), totalMinor: 18_900 + at, currency: "EUR" },
      lessons: ["At the baker's", "On the tram", "Before the exam"].slice(at % 3),
    };
  });
}
