import type { ImportTemplate } from "../../api/schema.d.ts";

/** What a person wants imported, and the name that the new email is to have. */
export type ImportWish = ImportTemplate & { name: string };
