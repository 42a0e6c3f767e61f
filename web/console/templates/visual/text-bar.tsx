import "@mantine/core/styles/Popover.css";
import { Button, Group, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TemplateVariable } from "../../../api/schema.d.ts";
import { useWords } from "../../words/language.tsx";
import { AddressList } from "./address-list.tsx";
import type { Canvas } from "./canvas.ts";
import type { TextWriting } from "./use-writing-aim.ts";
import { visualWords } from "./visual-words.ts";

/** The way into a text for whoever has no mouse. */
export function WriteButton({ canvas }: { canvas: Canvas }) {
  const words = useWords(visualWords);
  const selected = canvas.editor.getSelected();
  const isText = selected?.get("text") !== undefined && selected.get("editable");
  return (
    <Group gap={6}>
      <Button size="compact-sm" variant="default" disabled={!isText} onClick={() => selected?.trigger("focus")}>
        {words.write}
      </Button>
    </Group>
  );
}

type Props = { writing: TextWriting; variables: TemplateVariable[] };

/** What can be done with the words that are marked while somebody writes. */
export function TextBar({ writing, variables }: Props) {
  const words = useWords(visualWords);
  return (
    // GrapesJS ends the writing at a press anywhere in the page; these buttons belong to it.
    <Group gap={6} onMouseDown={(event) => event.stopPropagation()}>
      <Mark label={words.bold} onAct={() => writing.act("bold")} />
      <Mark label={words.italic} onAct={() => writing.act("italic")} />
      <LinkButton writing={writing} variables={variables} />
      <Mark label={words.done} onAct={writing.end} />
    </Group>
  );
}

function Mark({ label, onAct }: { label: string; onAct: () => void }) {
  return (
    <Button size="compact-sm" variant="default" onMouseDown={(event) => event.preventDefault()} onClick={onAct}>
      {label}
    </Button>
  );
}

function LinkButton({ writing, variables }: Props) {
  const words = useWords(visualWords);
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState("");
  const set = () => {
    setOpen(false);
    if (address) writing.link(address);
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start" withinPortal={false}>
      <Popover.Target>
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.link}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          size="xs"
          w={260}
          label={words.linkTo}
          description={words.fieldHelp.href}
          value={address}
          list="visual-link"
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && set()}
        />
        <AddressList id="visual-link" variables={variables} />
        <Button mt="xs" size="xs" onClick={set}>
          {words.setLink}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
