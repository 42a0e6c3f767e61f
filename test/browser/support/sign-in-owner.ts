import { newestLink } from "../../stories/support/mail-links.ts";
import type { Stage } from "./stage.ts";
import type { Visitor } from "./visitor.ts";

/** The address that signs in to the console first. */
export const OWNER = "owner@example.com";

/** Brings a visitor into the console as its first administrator, by the link in the mail. */
export async function signInOwner({ local }: Stage, { page }: Visitor): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(OWNER);
  await page.getByRole("button", { name: "Send me a link", exact: true }).click();
  await page.getByRole("heading", { name: "Your link is on its way" }).waitFor();
  await page.goto(await newestLink(local, OWNER, "/sign-in"));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/console");
}
