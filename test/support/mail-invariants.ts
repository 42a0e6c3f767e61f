import { messageRows } from "./message-rows.ts";
import type { AcceptedMail, ProductState, Row } from "./product-state.ts";

/** I4 to I6 of mail: who may get it, how often it may go out, and that none is forgotten in between. */
export function mailBreaches(state: ProductState): string[] {
  const messages = new Map(messageRows(state.main).map((row) => [String(row.id), row]));
  const rows = state.main.filter(({ sk }) => sk.startsWith("message#"));
  return [
    ...state.mails.flatMap((mail) => recipientBreaches(mail, messages.get(mail.tags.message ?? ""), state.main)),
    ...[...Map.groupBy(state.mails, ({ tags }) => tags.message ?? "")].flatMap(([id, copies]) =>
      copyBreaches(id, copies, messages.get(id)),
    ),
    ...rows.flatMap(forgottenBreaches),
  ];
}

/** I4: nothing to an address that is suppressed, unproven or erased, and no marketing without consent. */
function recipientBreaches({ to, at, tags }: AcceptedMail, message: Row | undefined, main: Row[]): string[] {
  const contact = main.find(({ pk, sk }) => pk === tags.contact && sk === "contact");
  const suppression = main.find(({ pk, sk }) => pk === `adr#${to}` && sk === "suppression");
  const name = `the ${message?.template ?? "unknown"} mail of ${at} to ${to}`;
  const erasure = main.find(({ pk, sk }) => pk === tags.contact && sk === "erasure");
  if (!message) return [`I4 ${name}: there is no such message`];
  if (erasure) return at < String(erasure.erasedAt) ? [] : [`I4 ${name}: erased at ${erasure.erasedAt}`];
  if (!contact) return [`I4 ${name}: there is no such contact`];
  return [
    ...(contact.email === to ? [] : [`I4 ${name}: its contact has another address`]),
    ...(suppression && isSuppressedAt(suppression, at) ? [`I4 ${name}: suppressed since ${suppression.at}`] : []),
    ...(message.kind === "marketing" ? marketingBreaches(name, at, contact) : []),
  ];
}

function isSuppressedAt({ at: since, liftedAt }: Row, at: string): boolean {
  return String(since) < at && !(liftedAt && String(liftedAt) < at);
}

function marketingBreaches(name: string, at: string, contact: Row): string[] {
  const { confirmedAt, stoppedAt, consent } = contact;
  return [
    ...(confirmedAt && String(confirmedAt) <= at ? [] : [`I4 ${name}: the address was not proven`]),
    ...(stoppedAt && String(stoppedAt) < at ? [`I4 ${name}: stopped at ${stoppedAt}`] : []),
    ...((consent as { marketing: boolean }).marketing ? [] : [`I4 ${name}: nobody agreed to it`]),
  ];
}

/** I5: marketing at most once; a confirmation or a sign-in link at most twice, and then with the same link. */
function copyBreaches(id: string, copies: AcceptedMail[], message: Row | undefined): string[] {
  const most = message?.kind === "transactional" ? 2 : 1;
  const links = new Set(copies.map(({ text }) => linksIn(text)));
  return [
    ...(copies.length > most ? [`I5 ${id} (${message?.template}): ${copies.length} copies were accepted`] : []),
    ...(links.size > 1 ? [`I5 ${id} (${message?.template}): its copies lead to different places`] : []),
  ];
}

function linksIn(text: string): string {
  const links = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return links.map((link) => new URL(link).pathname + new URL(link).search).join(" ");
}

/** I6: a message on its way is due work, and one whose fate nobody knows is listed for a person. */
function forgottenBreaches({ pk, sk, state, queue, listKey, providerId }: Row): string[] {
  const onItsWay = state === "queued";
  return [
    ...(onItsWay && queue === undefined ? [`I6 ${pk} ${sk}: ${state}, but due nowhere`] : []),
    ...(!onItsWay && queue !== undefined ? [`I6 ${pk} ${sk}: ${state}, but still due`] : []),
    ...(state === "unknown" && listKey !== "mail#unknown" ? [`I6 ${pk} ${sk}: unknown, and no list shows it`] : []),
    ...(state === "unknown" && providerId ? [`I6 ${pk} ${sk}: unknown, although the provider told of it`] : []),
  ];
}
