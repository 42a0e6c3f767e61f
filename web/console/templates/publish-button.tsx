import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { TemplateProblem } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import type { Draft } from "./use-draft.ts";

type Props = {
  name: string;
  draft: Draft;
  next: number;
  unchanged: boolean;
  onGoTo: (problem: TemplateProblem) => void;
};

export function PublishButton({ name, draft, next, unchanged, onGoTo }: Props) {
  const words = useWords(editorWords);
  const [open, dialog] = useDisclosure(false);
  const goTo = (problem: TemplateProblem) => {
    dialog.close();
    onGoTo(problem);
  };
  return (
    <>
      <Button onClick={dialog.open}>{words.publish}</Button>
      {open && <PublishDialog {...{ name, draft, next, unchanged }} onClose={dialog.close} onGoTo={goTo} />}
    </>
  );
}
