import { Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { HeldMail } from "../../api/schema.d.ts";
import { heldMail, resumeHeldMail } from "../data/mail.ts";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { heldWords } from "./held-words.ts";

/** What we hold back ourselves, before SES would; nothing is shown while nothing is held. */
export function HeldSources() {
  const words = useWords(heldWords);
  const held = useQuery(heldMail).data?.items ?? [];
  if (held.length === 0) return null;
  return (
    <Stack component="section" gap="sm" mb="xl" aria-labelledby="held-sources">
      <Box maw={720}>
        <Title order={2} size="h4" id="held-sources">
          {words.title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {words.text}
        </Text>
      </Box>
      {held.map((source) => (
        <Held key={source.source} held={source} />
      ))}
    </Stack>
  );
}

function Held({ held }: { held: HeldMail }) {
  const words = useWords(heldWords);
  const when = useWhen();
  const notice = useNotice();
  const explain = useProblemText();
  const queries = useQueryClient();
  const resume = useMutation({
    mutationFn: () => resumeHeldMail(held.source),
    onSuccess: () => notice({ title: words.resumed }),
    onError: (error) => notice({ title: words.notResumed, text: explain(error), bad: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["mail", "holds"] }),
  });
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <Box>
          <Text fw={600} className="breakable">
            {held.source === "everything" ? words.everything : held.source}
          </Text>
          <Text size="sm">{words.because[held.because](held)}</Text>
          <Text size="xs" c="dimmed">
            {words.since(when.full(held.heldAt))}
          </Text>
        </Box>
        <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
          {words.resume}
        </Button>
      </Group>
    </Paper>
  );
}
