import { Box, Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

type Props = { title: string; intro?: string; children?: ReactNode };

/** A room's heading; it names the browser tab too, so that several open tabs can be told apart. */
export function RoomHeader({ title, intro, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Tastemaker`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <Box maw={640} className="breakable">
        <Title order={1} size="h2">
          {title}
        </Title>
        {intro && (
          <Text c="dimmed" size="sm" mt={4}>
            {intro}
          </Text>
        )}
      </Box>
      {children}
    </Group>
  );
}
