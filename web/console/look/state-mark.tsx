import { Group, Text } from "@mantine/core";
import { Icon, type IconName } from "./icon.tsx";

export type Tone = "good" | "waiting" | "bad" | "quiet";

const icons: Record<Tone, IconName> = { good: "check", waiting: "clock", bad: "error", quiet: "dot" };

/** A state in words with a sign beside it; colour never tells it alone. */
export function StateMark({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Group gap={6} wrap="nowrap" className={tone === "quiet" ? undefined : tone} display="inline-flex">
      <Icon name={icons[tone]} size={16} />
      <Text size="sm" component="span" inherit={false} c="inherit" className="unbroken">
        {children}
      </Text>
    </Group>
  );
}
