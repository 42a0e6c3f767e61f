import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { rollbackTemplate } from "../data/templates.ts";
import { Dialog } from "../look/dialog.tsx";
import { Icon } from "../look/icon.tsx";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";

/** Brings an earlier version back, after asking once. */
export function RollbackButton({ name, version }: { name: string; version: number }) {
  const words = useWords(editorWords);
  const explain = useProblemText();
  const [open, dialog] = useDisclosure(false);
  const rollback = useRollback(name, version, dialog.close);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Icon name="undo" size={16} />} onClick={dialog.open}>
        {words.rollback}
      </Button>
      <Dialog opened={open} onClose={dialog.close} title={words.rollbackTitle(version)}>
        <Text size="sm">{words.rollbackText}</Text>
        {rollback.error && (
          <Text className="bad" size="sm" role="alert" mt="sm">
            {explain(rollback.error)}
          </Text>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {words.cancel}
          </Button>
          <Button loading={rollback.isPending} onClick={() => rollback.mutate()}>
            {words.rollback}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}

function useRollback(name: string, version: number, onDone: () => void) {
  const words = useWords(editorWords);
  const queries = useQueryClient();
  const notice = useNotice();
  return useMutation({
    mutationFn: () => rollbackTemplate(name, version),
    onSuccess: async (published) => {
      notice({ title: words.rolledBackDone(published.version) });
      onDone();
      await queries.invalidateQueries({ queryKey: ["templates"] });
    },
  });
}
