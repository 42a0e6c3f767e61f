import { Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useEffect } from "react";
import type { TemplateDraft } from "../../api/schema.d.ts";
import { Dialog } from "../look/dialog.tsx";
import { useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { Differences } from "./differences.tsx";
import { draftAsText } from "./draft-as-text.ts";
import { editorWords } from "./editor-words.ts";
import type { Draft } from "./use-draft.ts";

/** Two people wrote at once: both texts side by side, and nothing happens until the person chooses. */
export function ConflictDialog({ draft }: { draft: Draft }) {
  const words = useWords(editorWords);
  const [open, dialog] = useDisclosure(false);
  const { theirs } = draft;
  useEffect(() => {
    if (theirs) dialog.open();
    else dialog.close();
  }, [theirs, dialog.open, dialog.close]);
  if (!theirs) return null;
  return (
    <>
      <Group>
        <Button color="red" variant="outline" size="xs" onClick={dialog.open}>
          {words.compare}
        </Button>
      </Group>
      <Dialog opened={open} onClose={dialog.close} size="90rem" title={words.conflictTitle}>
        <Conflict draft={draft} theirs={theirs} onLater={dialog.close} />
      </Dialog>
    </>
  );
}

type Props = { draft: Draft; theirs: TemplateDraft; onLater: () => void };

function Conflict({ draft, theirs, onLater }: Props) {
  const words = useWords(editorWords);
  const when = useWhen();
  return (
    <Stack>
      <Text size="sm">{words.conflictText(theirs.savedBy, when.ago(theirs.savedAt))}</Text>
      <Differences mine={draft.source} theirs={theirs.source} theirsTitle={words.theirs(theirs.savedBy)} />
      <Group justify="flex-end">
        <CopyButton value={draftAsText(draft.source)}>
          {({ copied, copy }) => (
            <Button variant="subtle" onClick={copy}>
              {copied ? words.copied : words.copyMine}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onLater}>
          {words.decideLater}
        </Button>
        <Button variant="default" onClick={draft.takeTheirs} title={words.takeTheirsHelp}>
          {words.takeTheirs}
        </Button>
        <Button onClick={draft.keepMine} title={words.keepMineHelp}>
          {words.keepMine}
        </Button>
      </Group>
    </Stack>
  );
}
