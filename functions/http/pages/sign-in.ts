import signIn from "../../../templates/pages/sign-in.hbs";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import type { FieldErrors } from "./field-error-words.ts";
import { inboxLink } from "./inbox-link.ts";
import { MARKS, type Mark } from "./marks.ts";

export type SignInModel =
  | { state: "form"; email?: string | undefined; error?: FieldErrors["email"] }
  | { state: "sent"; email: string; validMinutes: number }
  | { state: "ask"; token: string }
  | { state: "expired" };

const marks: Record<SignInModel["state"], Mark> = { form: "key", sent: "letter", ask: "button", expired: "clock" };

/** Signing in by a link: for members and staff alike, and the same for addresses we do not know. */
export function signInPage(model: SignInModel, frame: PageFrame): string {
  const view = { ...viewOf(model, frame), mark: MARKS[marks[model.state]] };
  return renderPage(signIn, words(frame.locale, `signIn.${model.state}.title`), view, frame);
}

function viewOf(model: SignInModel, { locale }: PageFrame): object {
  if (model.state === "sent") return { sent: model, inbox: inboxLink(model.email) };
  if (model.state !== "form") return { [model.state]: model };
  const error = model.error && words(locale, `fields.email.${model.error}`);
  return { form: { email: model.email, error } };
}
