import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type PreviewRequest, sendTest } from "../data/templates.ts";
import { Icon } from "../look/icon.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";

/** Sends what is on the screen to the signed-in person, through the same outbox as every other mail. */
export function TestButton({ name, request }: { name: string; request: PreviewRequest }) {
  const words = useWords(editorWords);
  const explain = useProblemText();
  const notice = useNotice();
  const test = useMutation({
    mutationFn: () => sendTest(name, request),
    onSuccess: ({ to }) => notice({ title: words.testSent(to), text: words.testText }),
    onError: (error) => notice({ bad: true, title: words.testFailed, text: explain(error) }),
  });
  return (
    <Button variant="default" leftSection={<Icon name="send" />} loading={test.isPending} onClick={() => test.mutate()}>
      {words.test}
    </Button>
  );
}
