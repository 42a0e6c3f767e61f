import { Button, Group } from "@mantine/core";
import type { TemplateVariable } from "../../../api/schema.d.ts";
import { useWords } from "../../words/language.tsx";
import type { Canvas } from "./canvas.ts";
import { addPart, type BlockName, newPart } from "./canvas-blocks.ts";
import { visualWords } from "./visual-words.ts";

type Props = { canvas: Canvas; variables: TemplateVariable[] };

const ROWS: BlockName[] = ["text", "button", "image", "divider", "spacer"];
const SECTIONS: BlockName[] = ["section", "columns"];

/** What can be added: by a click behind the selected part, or by dragging to its place. */
export function BlockBar({ canvas, variables }: Props) {
  const words = useWords(visualWords);
  const { editor } = canvas;
  const hasSections = canvas.root()?.get("inside") === "sections";
  const address = variables.find(({ type }) => type === "url")?.name;
  const part = (name: BlockName) => newPart(name, { text: words.newText, button: words.newButton }, address);
  const add = (name: BlockName) => {
    const root = canvas.root();
    const added = root && addPart(part(name), root, editor.getSelected());
    if (!added) return;
    editor.select(added);
    added.view?.scrollIntoView();
  };
  return (
    <Group gap={6} role="group" aria-label={words.add} title={words.addHelp}>
      {[...(hasSections ? SECTIONS : []), ...ROWS].map((name) => (
        <Button
          key={name}
          size="compact-sm"
          variant="default"
          leftSection={<span aria-hidden="true">+</span>}
          draggable
          onDragStart={(event) => editor.Blocks.startDrag({ content: part(name) } as never, event.nativeEvent)}
          onDragEnd={() => editor.Blocks.endDrag()}
          onClick={() => add(name)}
        >
          {words.blocks[name]}
        </Button>
      ))}
    </Group>
  );
}
