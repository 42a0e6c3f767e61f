import { Anchor, Text } from "@mantine/core";
import { Link } from "wouter";
import type { ConsoleContact } from "../../api/schema.d.ts";
import { useLanguage, useWords } from "../words/language.tsx";
import { contactWords } from "./contact-words.ts";
import { Fact } from "./fact.tsx";

/** Points, tier and the friends a member has brought. */
export function MemberFacts({ contact }: { contact: ConsoleContact }) {
  const words = useWords(contactWords);
  const { language } = useLanguage();
  const { balance, tier, referralCode, friends } = contact;
  return (
    <>
      <Fact name={words.points}>
        <Text fw={600}>{words.available(balance.available)}</Text>
        <Text size="sm">{words.pending(balance.pending)}</Text>
        {balance.debt > 0 && (
          <Text size="sm" className="bad">
            {words.debt(balance.debt)}
          </Text>
        )}
      </Fact>
      <Fact name={words.tier}>
        {tier ? tier.title[language] : words.noTier}
        {tier?.nextTitle && tier.toNext ? (
          <Text size="sm">{words.toNext(tier.toNext, tier.nextTitle[language])}</Text>
        ) : null}
      </Fact>
      {referralCode && <Fact name={words.code}>{referralCode}</Fact>}
      <Fact name={words.friends}>{friends.length === 0 ? words.noFriends : <Friends friends={friends} />}</Fact>
    </>
  );
}

function Friends({ friends }: Pick<ConsoleContact, "friends">) {
  const words = useWords(contactWords);
  return friends.map(({ id, name, state }) => (
    <Text size="sm" key={id}>
      <Anchor component={Link} href={`/contacts/${id}`} inherit underline="always">
        {name || words.friendUnnamed}
      </Anchor>
      {`: ${words.friendStates[state] ?? state}`}
    </Text>
  ));
}
