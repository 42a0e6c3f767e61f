import { findSession } from "../../access/find-session.ts";
import type { Session } from "../../access/rules/staff.ts";
import { type MemberNow, readMember } from "../../members/read-member.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { sessionOf } from "../session-cookie.ts";

/** A signed-in member with the standing of this moment. */
export interface SignedInMember {
  session: Session;
  member: MemberNow;
}

/** Answers for a signed-in member; whoever is not signed in gets the other answer. */
export function forMember(
  answer: (event: HttpEvent, signedIn: SignedInMember) => Promise<HttpResponse>,
  otherwise: (event: HttpEvent) => HttpResponse,
): (event: HttpEvent) => Promise<HttpResponse> {
  return async (event) => {
    const session = await findSession(sessionOf(event), now());
    const member = session && (await readMember(session.contactId, now()));
    return session && member ? answer(event, { session, member }) : otherwise(event);
  };
}
