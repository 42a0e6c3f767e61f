import { Button, Group, Paper, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ConsoleContact } from "../../api/schema.d.ts";
import { exportContact } from "../data/contacts.ts";
import { saveAsFile } from "../data/csv-file.ts";
import { mayCare } from "../data/session.ts";
import { useProblemText } from "../shell/failure.tsx";
import { useStaff } from "../shell/session-gate.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { EraseButton } from "./erase-button.tsx";
import { personDataWords } from "./person-data-words.ts";

/** What a person may ask of us: all that is held, as a file, and its erasure. */
export function PersonData({ contact: { id, email } }: { contact: ConsoleContact }) {
  const words = useWords(personDataWords);
  if (!mayCare(useStaff().role)) return null;
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="person-data">
      <Title order={2} size="h4" id="person-data" mb="sm">
        {words.title}
      </Title>
      <Group gap="xs">
        <ExportButton id={id} />
        <EraseButton id={id} email={email} />
      </Group>
    </Paper>
  );
}

function ExportButton({ id }: { id: string }) {
  const words = useWords(personDataWords);
  const notice = useNotice();
  const explain = useProblemText();
  const run = useMutation({
    mutationFn: () => exportContact(id),
    onSuccess: (held) => {
      saveAsFile(words.file(id), `${JSON.stringify(held, null, 2)}\n`, "application/json");
      notice({ title: words.exported });
    },
    onError: (error) => notice({ title: words.notExported, text: explain(error), bad: true }),
  });
  return (
    <Button variant="default" loading={run.isPending} onClick={() => run.mutate()}>
      {words.export}
    </Button>
  );
}
