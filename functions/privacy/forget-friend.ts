import { messageIdFor } from "../mail/queue-message.ts";
import { FRIEND_NOTICE } from "../mail/rules/notice-for.ts";
import { messageEmptiedWrite } from "../mail/store.ts";
import { commit } from "../platform/commit.ts";
import type { EventOf } from "../platform/events.ts";
import { eventRetoldWrite } from "../platform/events.ts";
import type { Write } from "../platform/writes.ts";
import { friendNamelessWrite, readReferral } from "../referrals/store.ts";
import { eventsOf } from "./store.ts";

/** Takes the name of who is erased out of what the advocate who brought the person was told; the referral itself stays. */
export async function forgetFriend(friendId: string): Promise<void> {
  const referral = await readReferral(friendId);
  if (!referral) return;
  const { advocateId, attributedAt } = referral;
  // Each by itself: the advocate may have been erased too, and a row that is gone has nothing to lose.
  for (const write of await tellings(advocateId, friendId, attributedAt)) await commit([write]);
}

async function tellings(advocateId: string, friendId: string, since: string): Promise<Write[]> {
  const told = (await eventsOf(advocateId, since)).filter(
    (event): event is EventOf<"friend.joined"> & typeof event =>
      event.type === "friend.joined" && event.data.friendId === friendId,
  );
  const cause = { event: "friend.joined" };
  const about = { contactId: advocateId, kind: "marketing", template: FRIEND_NOTICE, cause } as const;
  return [
    friendNamelessWrite(advocateId, friendId),
    ...told.flatMap((event) => [
      eventRetoldWrite(event, { friendId }),
      messageEmptiedWrite({ contactId: advocateId, id: messageIdFor({ ...about, occurrence: event.id }) }),
    ]),
  ];
}
