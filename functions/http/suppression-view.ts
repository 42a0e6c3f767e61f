import type { SuppressedAddress } from "../contacts/list-suppressed.ts";
import type { SuppressedAddress as View } from "./routes/console-suppressions.ts";

/** A suppressed address as staff and integrators see it. */
export function suppressionView({ email, reason, at, note, by }: SuppressedAddress): View {
  return { email, reason, at, note: note ?? null, by: by ?? null };
}
