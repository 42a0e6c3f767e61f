import { auditAct } from "../../access/audit-act.ts";
import { importContent } from "../../content/import-content.ts";
import { previewContent } from "../../content/preview-content.ts";
import { queueTest } from "../../mail/queue-test.ts";
import { problem, refusalFor } from "../problem.ts";
import { json } from "../respond.ts";
import { importTemplate, previewTemplate, testTemplate } from "../routes/console-templates.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";
import { previewRequest } from "./preview-request.ts";
import { problemWith } from "./problem-with.ts";

/** What is on the screen, saved or not, or is still foreign: to look at it, or to get it as a mail. */
export const previewAnswers: readonly ConsoleAnswer[] = [
  answers(previewTemplate, async ({ body }) => {
    const request = await previewRequest(body);
    return request ? json(200, await previewContent(request)) : problem("not-found");
  }),

  answers(importTemplate, async ({ body }) => {
    const imported = await importContent(body);
    return imported.ok ? json(200, { source: imported.source, remarks: imported.remarks }) : problem(imported.reason);
  }),

  answers(testTemplate, async ({ body, params: { name }, staff, idempotencyKey, at }) => {
    if (!idempotencyKey || idempotencyKey.length > 200) return problem("invalid-input", { detail: keyWanted });
    const request = await previewRequest(body);
    if (!request) return problem("not-found");
    const { subject, html, text, problems } = await previewContent(request);
    // A template with a hole in it renders to nothing, and a test of nothing would only confuse.
    if (html === "") return problemWith("gate-refused", { problems });
    const { contactId, email } = staff;
    const rendered = { subject: `[Test] ${subject}`, html, text };
    const act = auditAct({ staff: email, act: "template.test", subject: `template#${name}` }, at);
    const queued = await queueTest({ contactId, template: name, rendered, key: idempotencyKey, at, alongside: [act] });
    if (!queued.ok) return problem(refusalFor(queued.reason));
    return json(202, { messageId: queued.messageId, to: email });
  }),
];

const keyWanted = "Send an Idempotency-Key header of up to 200 characters: the same key is the same mail, sent once.";
