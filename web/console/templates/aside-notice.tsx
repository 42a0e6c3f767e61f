import { Alert, Button, Group } from "@mantine/core";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import type { Draft } from "./use-draft.ts";

/** After taking somebody else's text: the way back to the own one. */
export function AsideNotice({ draft }: { draft: Draft }) {
  const words = useWords(editorWords);
  const { aside, edit, forgetAside } = draft;
  if (!aside || draft.theirs) return null;
  const bringBack = () => {
    edit(aside);
    forgetAside();
  };
  return (
    <Alert>
      <Group gap="xs">
        {words.asideText}
        <Button size="compact-sm" variant="default" onClick={bringBack}>
          {words.asideBack}
        </Button>
        <Button size="compact-sm" variant="default" onClick={forgetAside}>
          {words.asideForget}
        </Button>
      </Group>
    </Alert>
  );
}
