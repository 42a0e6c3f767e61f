/** What a person can make of a message of which nobody knows whether it went out. */
export const UNKNOWN_DECISIONS = ["arrived", "not-sent", "once-more"] as const;
export type UnknownDecision = (typeof UNKNOWN_DECISIONS)[number];
