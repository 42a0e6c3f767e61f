import { Button, Group, Popover, TextInput } from "@mantine/core";
import { type Editor, useEditorState } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { useWords } from "../../words/language.tsx";
import { fieldsWords } from "./fields-words.ts";

/** Makes the chosen words a link, or takes the link away. */
export function LinkButton({ editor }: { editor: Editor }) {
  const words = useWords(fieldsWords);
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState("");
  const href = useEditorState({
    editor,
    selector: ({ editor: now }) => now.getAttributes("link").href as string | undefined,
  });
  const toggle = () => {
    setAddress(href ?? "");
    setOpen(!open);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    editor.chain().focus().extendMarkRange("link").setLink({ href: address.trim() }).run();
    setOpen(false);
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus withArrow>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={href ? "filled" : "default"}
          aria-pressed={href !== undefined}
          onClick={toggle}
        >
          {words.link}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <TextInput
            size="xs"
            required
            label={words.linkAddress}
            description={words.addressHelp}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Group gap="xs" mt="xs">
            <Button size="xs" type="submit">
              {words.setLink}
            </Button>
            {href !== undefined && (
              <Button size="xs" variant="default" onClick={remove}>
                {words.noLink}
              </Button>
            )}
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
