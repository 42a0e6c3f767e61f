import { conversionWrite } from "../costs/store.ts";
import { queueMessage } from "../mail/queue-message.ts";
import type { Instant } from "../platform/clock.ts";
import type { Write } from "../platform/writes.ts";
import type { Advance, Effect } from "./rules/advance.ts";
import type { Enrollment } from "./rules/enrollment.ts";
import { decisionWrite } from "./store.ts";

/** The mails, the decision record and the goal reached by one advance, as writes that belong into its transaction. */
export function passageWrites(enrollment: Enrollment, { passage, effects, decisions }: Advance, now: Instant): Write[] {
  const converted = passage.status === "left" && passage.goal;
  return [
    ...effects.map((effect) => messageFor(enrollment, effect, now)),
    ...decisions.map((decision) => decisionWrite(enrollment, decision, now)),
    ...(converted ? [conversionWrite(enrollment.journey, now)] : []),
  ];
}

function messageFor({ contactId, journey, occurrence, told }: Enrollment, { step, send }: Effect, now: Instant): Write {
  const about = { kind: "marketing", contactId, occurrence, cause: { journey, step }, variables: told } as const;
  return queueMessage({ ...about, template: send.template, ...(send.offer ? { offer: send.offer } : {}) }, now);
}
