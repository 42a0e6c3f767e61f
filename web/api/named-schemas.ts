import * as z from "zod/mini";
import * as consoleContacts from "../../functions/http/routes/console-contacts.ts";
import * as consoleCosts from "../../functions/http/routes/console-costs.ts";
import * as consoleImports from "../../functions/http/routes/console-imports.ts";
import * as consoleMail from "../../functions/http/routes/console-mail.ts";
import * as consoleReconciliation from "../../functions/http/routes/console-reconciliation.ts";
import * as consoleRedemptions from "../../functions/http/routes/console-redemptions.ts";
import * as consoleSending from "../../functions/http/routes/console-sending.ts";
import * as consoleSession from "../../functions/http/routes/console-session.ts";
import * as consoleSuppressions from "../../functions/http/routes/console-suppressions.ts";
import * as templateSchemas from "../../functions/http/routes/console-template-schemas.ts";
import * as consoleTemplates from "../../functions/http/routes/console-templates.ts";
import * as ingest from "../../functions/http/routes/ingest.ts";
import * as integrator from "../../functions/http/routes/integrator.ts";
import * as integratorSuppressions from "../../functions/http/routes/integrator-suppressions.ts";
import * as integratorVouchers from "../../functions/http/routes/integrator-vouchers.ts";
import * as member from "../../functions/http/routes/member.ts";
import * as memberRewards from "../../functions/http/routes/member-rewards.ts";
import * as points from "../../functions/http/routes/points-schemas.ts";
import * as open from "../../functions/http/routes/public.ts";
import * as shared from "../../functions/http/routes/shared-schemas.ts";

const modules = [
  shared,
  points,
  open,
  member,
  memberRewards,
  ingest,
  integrator,
  integratorSuppressions,
  integratorVouchers,
  consoleSession,
  templateSchemas,
  consoleTemplates,
  consoleContacts,
  consoleMail,
  consoleCosts,
  consoleRedemptions,
  consoleReconciliation,
  consoleSending,
  consoleSuppressions,
  consoleImports,
];

/** Every exported schema keeps its own name in the document, so that the generated client reads like the code. */
export function namedSchemas(): Record<string, z.ZodMiniType> {
  const exported = modules.flatMap((module) => Object.entries(module));
  return Object.fromEntries(exported.filter((entry): entry is [string, z.ZodMiniType] => isSchema(entry[1])));
}

function isSchema(value: unknown): value is z.ZodMiniType {
  return value instanceof z.ZodMiniType;
}
