import { Box, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

type Props = { title: string; text?: string; children: ReactNode };

/** A part of the costs room under its heading. */
export function CostSection({ title, text, children }: Props) {
  const id = useId();
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Box maw={720}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {text && (
          <Text size="sm" c="dimmed" mt={4}>
            {text}
          </Text>
        )}
      </Box>
      {children}
    </Stack>
  );
}
