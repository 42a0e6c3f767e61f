import { now } from "../../platform/clock.ts";
import type { HttpEvent } from "../../platform/http-handler.ts";
import { setting } from "../../platform/settings.ts";
import { cancelRedemption } from "../../rewards/cancel-redemption.ts";
import { redeemReward } from "../../rewards/redeem-reward.ts";
import { cameFrom } from "../came-from.ts";
import { readForm } from "../read-form.ts";
import { redirect } from "../respond.ts";
import { words } from "../words.ts";
import { forMember } from "./member.ts";

const REWARD_NAME = /^[a-z0-9-]{1,60}$/;
const REDEMPTION = /^red_[0-9a-z]{10,40}$/;

const signInFirst = () => redirect("/sign-in");

/** POST /me/redemptions: the button below a reward. The page's own number of the wish makes a double click one wish. */
export const redeemByForm = forMember(async (event, { member }) => {
  const { reward = "", wish = "" } = ownFields(event);
  if (!REWARD_NAME.test(reward) || !wish) return backTo("refused");
  const redeemed = await redeemReward(
    { contactId: member.contact.id, reward, tiers: member.tiers, requestId: wish },
    now(),
  );
  return backTo(redeemed.ok ? "had" : "refused");
}, signInFirst);

/** POST /me/redemptions/cancel: a member changes their mind before it is sent. */
export const cancelByForm = forMember(async (event, { member }) => {
  const { redemption = "" } = ownFields(event);
  if (!REDEMPTION.test(redemption)) return backTo("refused");
  const { id: contactId, locale } = member.contact;
  const said = { person: "member", reason: words(locale, "portal.rewards.cancelledByMember"), onlyReserved: true };
  const cancelled = await cancelRedemption({ contactId, redemptionId: redemption, ...said }, now());
  return backTo(cancelled.ok ? "cancelled" : "refused");
}, signInFirst);

/** The fields of a form of our own page; another site's form has none that count. */
function ownFields(event: HttpEvent): Record<string, string> {
  const form = readForm(event);
  return form.ok && cameFrom(event, setting("BASE_URL")) !== "elsewhere" ? form.fields : {};
}

const backTo = (what: "had" | "refused" | "cancelled") => redirect(`/me?reward=${what}#rewards`);
