import { Group, Paper, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

type Props = { title: string; action?: ReactNode; children: ReactNode };

export function HomeCard({ title, action, children }: Props) {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Paper>
  );
}
