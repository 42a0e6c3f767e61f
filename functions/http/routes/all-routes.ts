import * as contacts from "./console-contacts.ts";
import * as costs from "./console-costs.ts";
import * as imports from "./console-imports.ts";
import * as mail from "./console-mail.ts";
import * as reconciliation from "./console-reconciliation.ts";
import * as redemptions from "./console-redemptions.ts";
import { readSending } from "./console-sending.ts";
import { readSession } from "./console-session.ts";
import * as suppressions from "./console-suppressions.ts";
import * as templates from "./console-templates.ts";
import * as ingest from "./ingest.ts";
import * as integrator from "./integrator.ts";
import * as integratorSuppressions from "./integrator-suppressions.ts";
import * as integratorVouchers from "./integrator-vouchers.ts";
import * as member from "./member.ts";
import * as memberRewards from "./member-rewards.ts";
import { pageRoutes } from "./pages.ts";
import * as open from "./public.ts";
import type { Route } from "./route.ts";

/** Every documented route of the product; what is missing here is missing from the document and the client. */
export const allRoutes: readonly Route[] = [
  ...pageRoutes,
  open.requestTrial,
  open.requestSignIn,
  member.readMe,
  member.changeMe,
  member.readMyLedger,
  member.readMyReferrals,
  memberRewards.readMyRewards,
  memberRewards.readMyRedemptions,
  memberRewards.redeemMyReward,
  ingest.identify,
  ingest.track,
  ingest.batch,
  integrator.findContact,
  integrator.readContact,
  integrator.readTimeline,
  integrator.readDecisions,
  integrator.readBalance,
  integrator.readLedger,
  integrator.adjustPoints,
  integratorSuppressions.findSuppression,
  integratorSuppressions.takeSuppression,
  integratorVouchers.takeVoucher,
  readSession,
  templates.listTemplates,
  templates.readTemplate,
  templates.saveDraft,
  templates.lockTemplate,
  templates.previewTemplate,
  templates.publishTemplate,
  templates.rollbackTemplate,
  templates.importTemplate,
  templates.testTemplate,
  contacts.listContacts,
  contacts.readContact,
  contacts.readTimeline,
  contacts.readConsentProof,
  contacts.exportContact,
  contacts.eraseContact,
  contacts.readErasure,
  mail.listUnknownMail,
  mail.settleUnknownMail,
  reconciliation.listReconciledDays,
  mail.listHeldMail,
  mail.resumeHeldMail,
  readSending,
  costs.readCosts,
  costs.setMonthlyBudget,
  costs.removeMonthlyBudget,
  redemptions.listWaitingRedemptions,
  redemptions.fulfilRedemption,
  redemptions.cancelRedemption,
  suppressions.listSuppressions,
  suppressions.suppressAddress,
  suppressions.liftSuppression,
  imports.checkSuppressionRows,
  imports.beginSuppressionImport,
  imports.takeSuppressionRows,
];
