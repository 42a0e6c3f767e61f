import { auditAct } from "../../access/audit-act.ts";
import { findBrand } from "../../brand/find-brand.ts";
import { listContent } from "../../content/list-content.ts";
import { lockDesign } from "../../content/lock-design.ts";
import { publishContent } from "../../content/publish-content.ts";
import { readContent } from "../../content/read-content.ts";
import { rollbackContent } from "../../content/rollback-content.ts";
import { saveDraft as keepDraft } from "../../content/save-draft.ts";
import { problem } from "../problem.ts";
import { json } from "../respond.ts";
import {
  listTemplates,
  lockTemplate,
  publishTemplate,
  readTemplate,
  rollbackTemplate,
  saveDraft,
} from "../routes/console-templates.ts";
import { answers, type ConsoleAnswer, type ConsoleRequest } from "./console-answer.ts";
import { problemWith } from "./problem-with.ts";
import { templateView } from "./template-view.ts";

/** Reading, saving and publishing email templates. */
export const templateAnswers: readonly ConsoleAnswer[] = [
  answers(listTemplates, async ({ query: { limit, next } }) => {
    const page = await listContent(limit, next);
    return json(200, { items: page.items, next: page.next ?? null });
  }),

  answers(readTemplate, async ({ params: { name } }) => {
    const [content, brand] = await Promise.all([readContent(name), findBrand()]);
    return content ? json(200, templateView(content, brand)) : problem("not-found");
  }),

  answers(saveDraft, async (request) => {
    const { revision, source } = request.body;
    const saved = await keepDraft({ ...actOf(request, "template.save-draft"), revision, source });
    if (saved.ok) return json(200, { revision: saved.revision, savedAt: saved.savedAt, savedBy: saved.savedBy });
    if (saved.reason !== "draft-conflict") return problem(saved.reason);
    // Without theirs the draft is gone altogether: then there is nothing to compare with.
    return saved.theirs ? problemWith(saved.reason, { theirs: saved.theirs }) : problem("not-found");
  }),

  answers(lockTemplate, async (request) => {
    const { locked } = request.body;
    const done = await lockDesign({ ...actOf(request, locked ? "template.lock" : "template.unlock"), locked });
    return done.ok ? json(200, { locked }) : problem(done.reason);
  }),

  answers(publishTemplate, async (request) => {
    const { revision } = request.body;
    const published = await publishContent({ ...actOf(request, "template.publish", { revision }), revision });
    if (published.ok) return json(200, { version: published.version, advice: published.advice });
    if (published.reason === "gate-refused") return problemWith(published.reason, { problems: published.problems });
    if (published.reason === "draft-conflict") return problemWith(published.reason, { theirs: published.theirs });
    return problem(published.reason);
  }),

  answers(rollbackTemplate, async (request) => {
    const { version } = request.body;
    const done = await rollbackContent({ ...actOf(request, "template.rollback", { version }), version });
    return done.ok ? json(200, { version: done.version, advice: [] }) : problem(done.reason);
  }),
];

type Asked = Pick<ConsoleRequest, "staff" | "at"> & { params: { name: string } };

/** Who does what to which template, and the audit row that goes into the same transaction. */
function actOf({ staff, params: { name }, at }: Asked, act: string, after?: unknown) {
  const entry = { staff: staff.email, act, subject: `template#${name}`, ...(after ? { after } : {}) };
  return { name, by: staff.email, at, alongside: [auditAct(entry, at)] };
}
