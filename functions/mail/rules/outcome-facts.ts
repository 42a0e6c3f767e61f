import type { Instant } from "../../platform/clock.ts";
import { type EngagementFacts, engagementFacts, joinEngagements } from "./engagement-facts.ts";
import type { Engagement } from "./engagement-kind.ts";

/** What SES has reported of one message so far: the first instant of each kind of report. */
export interface OutcomeFacts extends ReportedFacts, EngagementFacts {
  providerId: string;
  /** SES's other ids of this message: it was accepted more than once. */
  otherProviderIds?: string[];
}

/** What a report adds to that. */
export interface ReportedFacts {
  submittedAt?: Instant;
  deliveredAt?: Instant;
  bouncedAt?: Instant;
  /** It came back for a reason that may pass and lies with the mailbox, not with the mail. */
  softBouncedAt?: Instant;
  complainedAt?: Instant;
  rejectedAt?: Instant;
  rejectedBecause?: string;
  engagements?: Engagement[];
}

/** One report of SES about a message it was given; each kind is read by a file of its own in outcomes/. */
export interface MailOutcome {
  messageId: string;
  contactId: string;
  providerId: string;
  kind:
    | "submitted"
    | "delayed"
    | "delivered"
    | "bounced"
    | "complained"
    | "rejected"
    | "not-rendered"
    | "opened"
    | "clicked";
  at: Instant;
  /** A hard bounce: the mailbox will never take mail. */
  hard?: boolean;
  facts: ReportedFacts;
}

const FIRST = ["submittedAt", "deliveredAt", "bouncedAt", "softBouncedAt", "complainedAt", "rejectedAt"] as const;

/** The facts with a report added; the same facts when it tells nothing new. Any order and number of reports agree. */
export function addOutcome(known: OutcomeFacts | undefined, { providerId, facts: told }: MailOutcome): OutcomeFacts {
  return join(known ?? { providerId }, told, providerId);
}

function join(known: OutcomeFacts, told: ReportedFacts, toldBy: string): OutcomeFacts {
  const before = known.engagements ?? NONE;
  const engagements = joinEngagements(before, told.engagements ?? NONE);
  const instants = firstInstants(known, told);
  const reason = reasonOf(known, told);
  const named = namedBy([...providerIdsIn(known), toldBy]);
  if (isNamed(known, named) && engagements === before && isKnown(known, instants, reason)) return known;
  return {
    ...named,
    ...instants,
    ...(reason ? { rejectedBecause: reason } : {}),
    ...(engagements.length > 0 ? { engagements } : {}),
    ...engagementFacts(engagements, instants.deliveredAt ?? instants.submittedAt),
  };
}

/** SES's ids of a message: one for each copy that it has accepted. */
export function providerIdsIn({ providerId, otherProviderIds = [] }: OutcomeFacts): string[] {
  return [providerId, ...otherProviderIds];
}

/** A message is handed over twice at the most; should that ever fail, the row must not grow without end. */
const MOST_PROVIDER_IDS = 8;

function namedBy(ids: string[]): Pick<OutcomeFacts, "providerId" | "otherProviderIds"> {
  const [providerId = "", ...others] = [...new Set(ids)].sort().slice(0, MOST_PROVIDER_IDS);
  return others.length > 0 ? { providerId, otherProviderIds: others } : { providerId };
}

function isNamed(...both: [OutcomeFacts, OutcomeFacts]): boolean {
  const [one, other] = both.map((facts) => providerIdsIn(facts).join(" "));
  return one === other;
}

const NONE: Engagement[] = [];

type Instants = Partial<Record<(typeof FIRST)[number], Instant>>;

function firstInstants(known: ReportedFacts, told: ReportedFacts): Instants {
  const first: Instants = {};
  for (const fact of FIRST) {
    const at = [known[fact], told[fact]].filter((each) => each !== undefined).sort()[0];
    if (at) first[fact] = at;
  }
  return first;
}

/** The reason told with the first rejection. */
function reasonOf(...all: [ReportedFacts, ReportedFacts]): string | undefined {
  const told = all.filter(({ rejectedAt }) => rejectedAt !== undefined);
  const [first] = told.sort((one, other) => (printOf(one) < printOf(other) ? -1 : 1));
  return first?.rejectedBecause;
}

function printOf({ rejectedAt, rejectedBecause }: ReportedFacts): string {
  return `${rejectedAt} ${rejectedBecause}`;
}

function isKnown(known: OutcomeFacts, instants: Instants, reason: string | undefined): boolean {
  return FIRST.every((fact) => known[fact] === instants[fact]) && known.rejectedBecause === reason;
}
