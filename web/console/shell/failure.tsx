import { Alert, Button, Group, Text } from "@mantine/core";
import { problemOf } from "../data/request-problem.ts";
import { Icon } from "../look/icon.tsx";
import { useWords } from "../words/language.tsx";
import { shellWords } from "./shell-words.ts";

/** A load that failed: what happened, and the way on. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useWords(shellWords);
  const explain = useProblemText();
  return (
    <Alert color="red" variant="outline" icon={<Icon name="error" />} title={words.failedTitle} role="alert">
      <Text size="sm">{explain(error)}</Text>
      <Group mt="sm">
        <Button size="xs" variant="default" onClick={onRetry}>
          {words.tryAgain}
        </Button>
      </Group>
    </Alert>
  );
}

/** The plain words for a failed call. */
export function useProblemText(): (error: unknown) => string {
  const words = useWords(shellWords);
  return (error) => {
    const problem = problemOf(error);
    if (!problem || problem.code === "unexpected-answer") return words.unexpected;
    return problem.code === "unreachable" ? words.unreachable : (problem.detail ?? problem.title);
  };
}
