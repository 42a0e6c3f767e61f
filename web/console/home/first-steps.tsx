import { Anchor, List, Text } from "@mantine/core";
import { Link } from "wouter";
import { useWords } from "../words/language.tsx";
import { HomeCard } from "./home-card.tsx";
import { homeWords } from "./home-words.ts";

type Step = { key: keyof (typeof homeWords)["en"]["steps"]; href: string; outside?: boolean };

const steps: Step[] = [
  { key: "read", href: "/templates/welcome" },
  { key: "test", href: "/templates/welcome" },
  { key: "signUp", href: "/", outside: true },
  { key: "watch", href: "/contacts" },
];

/** Shown while there is hardly anybody yet: the loop, lived by the marketer. */
export function FirstSteps() {
  const words = useWords(homeWords);
  return (
    <HomeCard title={words.firstTitle}>
      <Text size="sm" c="dimmed" mb="sm">
        {words.firstText}
      </Text>
      <List type="ordered" spacing="sm">
        {steps.map(({ key, href, outside }) => (
          <List.Item key={key}>
            {outside ? (
              <Anchor href={href} fw={600}>
                {words.steps[key].title}
              </Anchor>
            ) : (
              <Anchor component={Link} href={href} fw={600}>
                {words.steps[key].title}
              </Anchor>
            )}
            <Text size="sm">{words.steps[key].text}</Text>
          </List.Item>
        ))}
      </List>
    </HomeCard>
  );
}
