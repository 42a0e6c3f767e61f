import { Button, Group } from "@mantine/core";
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useRef } from "react";
import { useWords } from "../../words/language.tsx";
import type { Insertion } from "../use-insertion.ts";
import { fieldsWords } from "./fields-words.ts";
import { LinkButton } from "./link-button.tsx";

type Props = {
  label: string;
  value: string;
  readOnly: boolean;
  insertion: Insertion;
  onChange: (value: string) => void;
};

// Only what the server lets through; addresses are the gate's to judge, because they may be variables.
const extensions = [
  StarterKit.configure({
    heading: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: false,
      isAllowedUri: () => true,
      HTMLAttributes: { rel: null, target: null },
    },
  }),
];

/** Paragraphs, lists, strong and emphasized words and links, as they will be read. */
export function ParagraphsInput({ label, value, readOnly, insertion, onChange }: Props) {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const editor = useEditor({
    extensions,
    content: value,
    // The styles are in the room's own style sheet: the page's policy lets no others in.
    injectCSS: false,
    editable: !readOnly,
    editorProps: { attributes: { "aria-label": label, role: "textbox", "aria-multiline": "true" } },
    onUpdate: ({ editor: now }) => latest.current(now.isEmpty ? "" : now.getHTML()),
    onFocus: ({ editor: now }) =>
      insertion.aim((text) => {
        if (!now.isDestroyed) now.chain().focus().insertContent(text).run();
      }),
  });
  // Somebody else's text, or the design's, came in from outside.
  useEffect(() => {
    // React may take an editor away and make another before this runs; the next one begins with the newest text.
    if (!editor || editor.isDestroyed || editor.isFocused || value === editor.getHTML()) return;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  return (
    <div className="paragraphs-input">
      {editor && !readOnly && <Tools editor={editor} label={label} />}
      <EditorContent editor={editor} />
    </div>
  );
}

function Tools({ editor, label }: { editor: Editor; label: string }) {
  const words = useWords(fieldsWords);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <Group gap={4} p={4} role="toolbar" aria-label={label}>
      <Tool label={words.bold} on={on.bold} onPress={() => chain().toggleBold().run()} />
      <Tool label={words.italic} on={on.italic} onPress={() => chain().toggleItalic().run()} />
      <Tool label={words.bullets} on={on.bullets} onPress={() => chain().toggleBulletList().run()} />
      <Tool label={words.numbers} on={on.numbers} onPress={() => chain().toggleOrderedList().run()} />
      <LinkButton editor={editor} />
    </Group>
  );
}

function Tool({ label, on, onPress }: { label: string; on: boolean; onPress: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant={on ? "filled" : "default"}
      aria-pressed={on}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {label}
    </Button>
  );
}
