import { ActionIcon, Group, NativeSelect, Tooltip } from "@mantine/core";
import type { Component } from "grapesjs";
import { Icon, type IconName } from "../../look/icon.tsx";
import { useWords } from "../../words/language.tsx";
import type { Canvas } from "./canvas.ts";
import { nameOfPart, partsIn } from "./part-names.ts";
import { visualWords } from "./visual-words.ts";

/** What is selected, chosen from a list as well as on the canvas, and what can be done with it as a whole. */
export function PartBar({ canvas }: { canvas: Canvas }) {
  const words = useWords(visualWords);
  const { editor } = canvas;
  const root = canvas.root();
  const selected = editor.getSelected();
  const parts = root ? partsIn(root) : [];
  const options = parts.map(({ component, depth }) => ({
    value: component.getId(),
    label: `${"\u2003".repeat(depth)}${nameOfPart(component, words)}`,
  }));
  const choose = (id: string) => {
    const found = parts.find(({ component }) => component.getId() === id)?.component;
    editor.select(found);
    found?.view?.scrollIntoView();
  };
  return (
    <Group gap={6} wrap="nowrap">
      <NativeSelect
        size="xs"
        flex={1}
        miw={120}
        aria-label={words.part}
        value={selected?.getId() ?? ""}
        data={[{ value: "", label: words.noPart }, ...options]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Act icon="up" label={words.up} to={selected && before(selected)} />
      <Act icon="down" label={words.down} to={selected && after(selected)} />
      <Act icon="copy" label={words.duplicate} to={selected && (() => duplicate(canvas, selected))} />
      <Act icon="bin" label={words.remove} to={selected && (() => void selected.remove())} />
      <Act
        icon="undo"
        label={words.undo}
        to={editor.UndoManager.hasUndo() ? () => void editor.UndoManager.undo() : undefined}
      />
      <Act
        icon="redo"
        label={words.redo}
        to={editor.UndoManager.hasRedo() ? () => void editor.UndoManager.redo() : undefined}
      />
    </Group>
  );
}

function Act({ icon, label, to }: { icon: IconName; label: string; to: (() => void) | undefined }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={30} aria-label={label} disabled={!to} onClick={to}>
        <Icon name={icon} size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

/** The move to the place before, if there is one. */
function before(part: Component): (() => void) | undefined {
  const parent = part.parent();
  return parent && part.index() > 0 ? () => void part.move(parent, { at: part.index() - 1 }) : undefined;
}

function after(part: Component): (() => void) | undefined {
  const parent = part.parent();
  const isLast = part.index() >= (parent?.components().length ?? 0) - 1;
  // The place is counted while the part still stands before it.
  return parent && !isLast ? () => void part.move(parent, { at: part.index() + 2 }) : undefined;
}

function duplicate({ editor }: Canvas, part: Component): void {
  const [copy] = part.parent()?.append(part.clone() as never, { at: part.index() + 1 }) ?? [];
  if (copy) editor.select(copy);
}
