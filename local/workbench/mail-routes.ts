import * as z from "zod";
import { type Control, ControlRefusal, type ControlRequest, type ControlResponse } from "../control/control.ts";
import { inboxMessage, linksIn } from "../ses/inbox.ts";
import type { Mail } from "../ses/mail.ts";
import { OUTCOME_NAMES } from "../ses/report-outcome.ts";
import { SesSettings } from "../ses/ses-account.ts";
import type { Workbench } from "./workbench.ts";

export const MailEventOrder = z.strictObject({
  /** The SES message id, or the value of one of the mail's tags. */
  id: z.string().min(1),
  type: z.enum(OUTCOME_NAMES),
  detail: z.record(z.string(), z.unknown()).default({}),
});
export type MailEventOrder = z.infer<typeof MailEventOrder>;

/** What scripts may read and order of mail: `/_local/messages`, `/_local/mail-events`, `/_local/sending`. */
export function mailRoutes(control: Control, workbench: Workbench): void {
  const { ses } = workbench;
  control.on("GET", "/_local/messages", (request) => messages(workbench, request));
  control.on("DELETE", "/_local/messages", () => {
    ses.emptyInbox();
    return {};
  });
  control.on("POST", "/_local/mail-events", async (request) => {
    const order = parsedBy(MailEventOrder, request.json());
    const mail = await orderOutcome(workbench, order);
    return { body: { id: mail.id, type: order.type } };
  });
  control.on("GET", "/_local/sending", () => ({ body: ses.store.account.settings() }));
  control.on("POST", "/_local/sending", (request) => ({
    body: ses.store.account.change(parsedBy(SesSettings.partial(), request.json())),
  }));
}

/** Lets something happen to a mail; a click that names no link takes the mail's first. */
export async function orderOutcome(workbench: Workbench, order: MailEventOrder): Promise<Mail> {
  const mail = workbench.ses.find(order.id);
  if (!mail) throw new ControlRefusal(404, `No mail has the id or a tag with the value ${order.id}.`);
  const needsLink = order.type === "click" && order.detail.link === undefined;
  const link = needsLink ? linksIn(await inboxMessage(mail))[0] : undefined;
  workbench.ses.report(mail, order.type, { ...order.detail, ...(link !== undefined && { link }) });
  return mail;
}

/** The accepted mail in the order it was sent, so that a script that reads on finds the new at the end. */
async function messages({ ses }: Workbench, { query }: ControlRequest): Promise<ControlResponse> {
  // A "+" that was not escaped arrives as a blank, and no address holds a blank.
  const to = query.get("to")?.trim().replaceAll(" ", "+");
  const mails = ses.list({ ...(to && { to }), ...sinceIn(query), oldestFirst: true });
  return { body: { messages: await Promise.all(mails.map(inboxMessage)) } };
}

function sinceIn(query: URLSearchParams): { since?: number } {
  const text = query.get("since");
  if (!text) return {};
  // A "+" in a query means a blank, and in an instant only a zone's sign can stand there.
  const since = Date.parse(text.replace(" ", "+"));
  if (Number.isNaN(since)) throw new ControlRefusal(400, `since must be an ISO instant, not "${text}".`);
  return { since };
}

function parsedBy<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ControlRefusal(400, z.prettifyError(parsed.error));
}
