import type { Local } from "../../support/start-local.ts";

/** What the shop's own server reports, by the public API. */
export async function report(local: Local, event: string, email: string, properties: object): Promise<void> {
  const response = await fetch(`${local.url}/v1/track`, {
    method: "POST",
    headers: { authorization: `Bearer ${await local.serverKey()}`, "content-type": "application/json" },
    body: JSON.stringify({ event, messageId: crypto.randomUUID(), context: { traits: { email } }, properties }),
  });
  if (!response.ok) throw new Error(`Reporting “${event}” answered ${response.status}: ${await response.text()}`);
  await local.settle();
}
