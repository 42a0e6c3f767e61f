import type { HttpResponse } from "../platform/http-handler.ts";
import { json } from "./respond.ts";

interface Refusal {
  status: number;
  /** One sentence: what is the matter and what to do next. */
  title: string;
}

// The one map from refusal reasons to status codes; the reason is the stable `code` that outsiders may rely on.
const refusals = {
  "malformed-body": { status: 400, title: "The body could not be read; send what the content type announces." },
  "too-deep": { status: 400, title: "The JSON is nested too deeply; send a flatter document." },
  "too-many-fields": { status: 400, title: "There are too many fields; send only those the route names." },
  "duplicate-field": { status: 400, title: "A field was sent twice; send each field once." },
  "invalid-token": { status: 400, title: "This link is not valid; ask for a new one." },
  "invalid-cursor": { status: 400, title: "The cursor is not one of ours; begin again without it." },
  "not-signed-in": { status: 401, title: "Sign in first." },
  "invalid-key": { status: 401, title: "The API key is missing or not valid; create one in the console." },
  "not-allowed": { status: 403, title: "Your role does not include this; ask an admin." },
  "foreign-origin": {
    status: 403,
    title: "The form was not sent from this site; open the page here and send it again.",
  },
  "not-found": { status: 404, title: "There is nothing here; check the address." },
  "method-not-allowed": { status: 405, title: "This address does not take that method." },
  conflict: { status: 409, title: "The state it found does not allow this; read it again and decide anew." },
  "idempotency-conflict": { status: 409, title: "The same id or Idempotency-Key came with different content before." },
  "insufficient-points": { status: 409, title: "There are not enough available points." },
  "offer-full": { status: 409, title: "Every place of this period is taken; come back when the next one opens." },
  "sold-out": { status: 409, title: "The last one is gone; look what else there is." },
  "had-already": { status: 409, title: "As many as one member may have were had already." },
  "tier-too-low": { status: 409, title: "This is for members of a higher tier." },
  "already-cancelled": { status: 409, title: "This was called off meanwhile; the points are back." },
  "voucher-used": { status: 409, title: "The voucher was used already, so it cannot be called off." },
  "changed-meanwhile": { status: 409, title: "It was changed meanwhile; read it again and repeat your change." },
  "draft-conflict": { status: 409, title: "Somebody else saved this draft meanwhile; compare the two and choose." },
  "design-locked": {
    status: 409,
    title: "The design of this email is locked; change its fields, or ask an admin to unlock it.",
  },
  "settled-meanwhile": {
    status: 409,
    title: "This mail is no longer unclear; see in the contact's timeline what became of it.",
  },
  "link-expired": {
    status: 409,
    title: "The link in this mail has expired, so a copy would be of no use; its reader can ask for a new one.",
  },
  "published-meanwhile": { status: 409, title: "A version was published meanwhile; look at it, then repeat your act." },
  "external-id-taken": { status: 409, title: "That external id belongs to another contact; correct one of the two." },
  "address-taken": { status: 409, title: "That address belongs to another contact; correct one of the two." },
  "already-suppressed": { status: 409, title: "This address is suppressed already; look it up in the list." },
  "already-exists": { status: 409, title: "This exists already." },
  "expired-token": { status: 410, title: "This link has expired; ask for a new one." },
  "link-used": { status: 410, title: "This link was used already; ask for a new one." },
  "offer-closed": { status: 410, title: "This offer is not open now." },
  "reward-closed": { status: 410, title: "This reward cannot be had now; look when it can." },
  gone: { status: 410, title: "This is no longer here." },
  "body-too-large": { status: 413, title: "The body is too large; send less at once." },
  "unsupported-content-type": { status: 415, title: "Send application/json, or a form where the route takes one." },
  "bad-amount": {
    status: 422,
    title: "The amount is not one that points can be moved by; send a whole number in range.",
  },
  "other-currency": { status: 422, title: "The currency is not the one that this programme counts in." },
  "person-missing": { status: 422, title: "It does not say who it is about." },
  "person-unknown": { status: 422, title: "Nobody is known by that id yet." },
  "address-invalid": { status: 422, title: "The email address is not one that mail could reach." },
  "confirmation-missing": {
    status: 422,
    title: "Mail to this address bounced or was reported as spam; type the address once more and say why it is lifted.",
  },
  "erasure-unconfirmed": { status: 422, title: "That is not this person's address; type it as it is shown." },
  "erasure-of-staff": {
    status: 409,
    title: "This person is staff; take them off the staff first, then they can be erased.",
  },
  "identity-conflict": { status: 409, title: "The id and the address belong to two different people." },
  "properties-invalid": { status: 422, title: "The properties are not of this event's form." },
  "amount-invalid": { status: 422, title: "An amount cannot be read in its currency." },
  "order-differs": { status: 409, title: "This order was reported before with other facts." },
  "order-unknown": { status: 422, title: "The order is not known." },
  "refund-exceeds-order": { status: 409, title: "More would be given back than was paid." },
  "voucher-not-valid": { status: 422, title: "This code is not one that can be used; check how it is written." },
  "no-trial": { status: 422, title: "This person has no trial of that offer." },
  "nothing-to-import": { status: 422, title: "There is no email in it; give HTML, or the JSON that was exported." },
  "import-too-large": { status: 422, title: "This email is too long for a draft; shorten it and try again." },
  "gate-refused": { status: 422, title: "The publish gate refused this template; see problems for each line." },
  "invalid-input": { status: 422, title: "Some fields are not right; see errors for each." },
  "too-many-requests": { status: 429, title: "Too many requests; wait a moment and repeat." },
  "internal-fault": { status: 500, title: "Something went wrong on our side. Nothing was changed; please try again." },
  busy: { status: 503, title: "Too much is happening at once; repeat in a few seconds." },
} as const satisfies Record<string, Refusal>;

/** Every reason for which a request is refused. */
export type RefusalReason = keyof typeof refusals;

/** Every reason, for those who list them (the API document). */
export const REFUSAL_REASONS = Object.keys(refusals) as RefusalReason[];

/** One wrong field: where it is (JSON pointer) and what to do about it. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

export interface ProblemExtras {
  detail?: string;
  errors?: FieldProblem[];
  retryAfterSeconds?: number;
  requestId?: string;
  headers?: Record<string, string>;
}

/** The refusal that a verb's reason stands for; one that this map does not name is a conflict with what is there. */
export function refusalFor(reason: string): RefusalReason {
  return Object.hasOwn(refusals, reason) ? (reason as RefusalReason) : "conflict";
}

/** The status code of a refusal; pages use it too. */
export function statusFor(reason: RefusalReason): number {
  return refusals[reason].status;
}

/** A problem document (RFC 9457) for a refusal. */
export function problem(reason: RefusalReason, extras: ProblemExtras = {}): HttpResponse {
  const { status, title } = refusals[reason];
  const { detail, errors, requestId } = extras;
  const body = { type: `urn:tastemaker:problem:${reason}`, status, code: reason, title, detail, errors, requestId };
  return json(status, body, { headers: headersFor(reason, extras) });
}

function headersFor(reason: RefusalReason, extras: ProblemExtras): Record<string, string> {
  const headers: Record<string, string> = { "content-type": "application/problem+json", ...extras.headers };
  const wait = extras.retryAfterSeconds ?? (reason === "busy" || reason === "too-many-requests" ? 5 : undefined);
  if (wait !== undefined) headers["retry-after"] = String(Math.max(1, Math.ceil(wait)));
  // Basic is named besides Bearer because Segment's clients send the key as the user name.
  if (reason === "invalid-key") headers["www-authenticate"] = 'Bearer realm="tastemaker", Basic realm="tastemaker"';
  return headers;
}
