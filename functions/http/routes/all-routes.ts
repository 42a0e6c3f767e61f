import { listContacts, readContact, readTimeline } from "./console-contacts.ts";
import { readSession } from "./console-session.ts";
import {
  listTemplates,
  previewTemplate,
  publishTemplate,
  readTemplate,
  rollbackTemplate,
  saveDraft,
  testTemplate,
} from "./console-templates.ts";
import type { Route } from "./route.ts";

/** Every documented route of the product; what is missing here is missing from the document and the client. */
export const allRoutes: readonly Route[] = [
  readSession,
  listTemplates,
  readTemplate,
  saveDraft,
  previewTemplate,
  publishTemplate,
  rollbackTemplate,
  testTemplate,
  listContacts,
  readContact,
  readTimeline,
];
