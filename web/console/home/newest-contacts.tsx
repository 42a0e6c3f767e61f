import { Anchor, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { ContactSummary } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { HomeCard } from "./home-card.tsx";
import { homeWords } from "./home-words.ts";

export function NewestContacts({ contacts }: { contacts: ContactSummary[] }) {
  const words = useWords(homeWords);
  const when = useWhen();
  return (
    <HomeCard
      title={words.newest}
      action={
        <Anchor component={Link} href="/contacts" size="sm">
          {words.all}
        </Anchor>
      }
    >
      <Stack gap="xs">
        {contacts.map(({ id, name, email, createdAt }) => (
          <Group key={id} justify="space-between" gap="xs" wrap="nowrap">
            <Anchor component={Link} href={`/contacts/${id}`} fw={600} truncate>
              {name || email}
            </Anchor>
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {when.ago(createdAt)}
            </Text>
          </Group>
        ))}
      </Stack>
    </HomeCard>
  );
}
