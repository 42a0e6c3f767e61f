import type { PreviewData } from "../../api/schema.d.ts";
import type { PreviewScheme } from "./preview-document.ts";

export type PreviewWidth = "desktop" | "phone";
export type PreviewPart = "html" | "text";
export type PreviewChoice = { data: PreviewData; width: PreviewWidth; scheme: PreviewScheme; part: PreviewPart };

export const firstChoice: PreviewChoice = {
  data: { kind: "sample" },
  width: "desktop",
  scheme: "light",
  part: "html",
};

export const widthPixels: Record<PreviewWidth, number> = { desktop: 600, phone: 360 };
