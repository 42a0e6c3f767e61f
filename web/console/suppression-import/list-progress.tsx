import { Alert, Box, Button, Group, Progress, Text } from "@mantine/core";
import { Icon } from "../look/icon.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { importWords } from "./import-words.ts";

type Props = {
  work: { isPending: boolean; error: unknown; done: number };
  of: number;
  told: (done: number, of: number) => string;
  onAgain: () => void;
};

/** How far the work on a list is; when it stopped, why, and the way on. */
export function ListProgress({ work: { isPending, error, done }, of, told, onAgain }: Props) {
  const words = useWords(importWords);
  const explain = useProblemText();
  if (isPending)
    return (
      <Box mt="md">
        <Text size="sm">{told(done, of)}</Text>
        <Progress value={(100 * done) / of} mt={6} aria-label={words.progress} />
      </Box>
    );
  if (!error) return null;
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<Icon name="error" />}
      title={words.stopped(done, of)}
      role="alert"
      mt="md"
    >
      <Text size="sm">{explain(error)}</Text>
      <Text size="sm">{words.stoppedHelp}</Text>
      <Group mt="sm">
        <Button size="xs" variant="default" onClick={onAgain}>
          {words.goOn}
        </Button>
      </Group>
    </Alert>
  );
}
