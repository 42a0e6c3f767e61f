import { changeContact } from "../../contacts/change-contact.ts";
import type { MemberNow } from "../../members/read-member.ts";
import { setting } from "../../platform/settings.ts";
import { readLedger } from "../../points/read-ledger.ts";
import { readReferrals } from "../../referrals/read-referrals.ts";
import { cameFrom } from "../came-from.ts";
import { isPlace } from "../is-place.ts";
import { pageOf } from "../page-of.ts";
import { problem } from "../problem.ts";
import { readAs } from "../read-as.ts";
import { json } from "../respond.ts";
import { MeChange } from "../routes/member.ts";
import { forMember } from "./member.ts";

const notSignedIn = () => problem("not-signed-in");

/** GET /v1/me. */
export const showMe = forMember(async (_, { member }) => json(200, meView(member)), notSignedIn);

/** GET /v1/me/ledger. */
export const showMyLedger = forMember(async (event, { member }) => {
  const { limit, next } = pageOf(event);
  if (next && !isPlace(next, "ent_")) return problem("invalid-cursor");
  return json(200, await readLedger(member.contact.id, limit, next));
}, notSignedIn);

/** GET /v1/me/referrals. */
export const showMyReferrals = forMember(async (event, { member }) => {
  const { limit, next } = pageOf(event);
  if (next && !isPlace(next, "friend#")) return problem("invalid-cursor");
  const page = await readReferrals(member.contact.id, limit, next);
  // A friend's id is nothing that an advocate needs to know.
  return json(200, { ...page, referrals: page.referrals.map(({ friendId: _, ...shown }) => shown) });
}, notSignedIn);

/** PATCH /v1/me: name, language, zone. */
export const changeMe = forMember(async (event, { member }) => {
  if (cameFrom(event, setting("BASE_URL")) === "elsewhere") return problem("foreign-origin");
  const body = readAs(MeChange, event);
  if (!body.ok) return body.response;
  await changeContact(member.contact.id, body.value);
  return json(200, meView({ ...member, contact: { ...member.contact, ...body.value } }));
}, notSignedIn);

/** A member's standing in the form of the API. */
function meView({ contact, balance, standing, tier, code }: MemberNow) {
  const { pending, available, debt, expiringNext } = balance;
  const { qualifyingPoints, toNext, toStay, until } = standing;
  return {
    id: contact.id,
    email: contact.email,
    name: contact.name ?? null,
    locale: contact.locale,
    balance: { pending, available, debt, expiringNext },
    tier: { name: tier.title[contact.locale], key: tier.name, qualifyingPoints, toNext, toStay, until },
    referral: code ? { code, link: `${setting("BASE_URL")}/r/${code}` } : null,
  };
}
