import type { Brand } from "./rules/brand.ts";
import { readBrand } from "./store.ts";

const KEPT_MILLISECONDS = 30_000;
let kept: { brand: Brand; until: number } | undefined;

/** The brand for pages, at most half a minute old: it changes a few times a year and every page needs it. */
export async function findBrand(): Promise<Brand> {
  if (kept && Date.now() < kept.until) return kept.brand;
  const brand = await readBrand();
  kept = { brand, until: Date.now() + KEPT_MILLISECONDS };
  return brand;
}
