import { Alert, Box, Button, Group, Skeleton, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import type { TemplateField, TemplateLook, TemplateProblem, TemplateVariable } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import { FieldForm } from "./fields/field-form.tsx";
import type { Fillings } from "./fields/field-values.ts";
import type { Insertion } from "./use-insertion.ts";
import { type WritingMode, WritingModeSwitch } from "./writing-mode-switch.tsx";

/** Where to look: a line of the code, or a field of the form. */
export type WritingTarget = { line: number; field?: string };

// The editors are the heaviest parts of the console; the page is readable before they arrive.
const CodeEditor = lazy(() => import("./code-editor.tsx").then((part) => ({ default: part.CodeEditor })));
const VisualEditor = lazy(() => import("./visual/visual-editor.tsx").then((part) => ({ default: part.VisualEditor })));

type Props = {
  value: string;
  /** What a form can fill; undefined until the server has read the design. */
  fields: TemplateField[] | undefined;
  fillings: Fillings;
  /** Only the fields may be changed. */
  locked: boolean;
  /** Of this language, in whichever file. */
  problems: TemplateProblem[];
  /** The file that the code is. */
  file: string;
  variables: TemplateVariable[];
  look: TemplateLook;
  editable: boolean;
  insertion: Insertion;
  target: WritingTarget | null;
  mode: WritingMode;
  onChange: (value: string) => void;
  onFillings: (fillings: Fillings) => void;
  /** Another way to write is wanted, at a line if there is one to look at. */
  onMode: (mode: WritingMode, line?: number) => void;
};

/** The body of an email, in the way of writing that the person has chosen. */
export function BodyWriting(props: Props) {
  const { editable, locked, mode, onMode, look, fields, fillings, onFillings, file, problems, ...editor } = props;
  const words = useWords(editorWords);
  const isWide = useMediaQuery("(min-width: 700px)", true);
  const shown = mode === "visual" && (!editable || locked) ? "code" : mode;
  const own = problems.filter((problem) => problem.file === file);
  const form = { fields, fillings, problems, editable, insertion: editor.insertion, target: editor.target };
  return (
    <Box>
      <Group justify="space-between" align="flex-end" mb={4}>
        <Box>
          <Text size="sm" fw={500}>
            {shown === "content" ? words.writingModes.content : words.body}
          </Text>
          <Text size="xs" c="dimmed">
            {words.bodyHelps[shown]}
          </Text>
        </Box>
        <WritingModeSwitch mode={shown} locked={locked || !editable} onMode={onMode} />
      </Group>
      <Suspense fallback={<Skeleton height={320} />}>
        {shown === "content" && <FieldForm {...form} onChange={onFillings} />}
        {shown === "code" && (
          <CodeEditor {...editor} problems={own} readOnly={!editable || locked} label={words.body} />
        )}
        {shown === "visual" && isWide && (
          <VisualEditor {...editor} look={look} label={words.body} onCode={(line) => onMode("code", line)} />
        )}
      </Suspense>
      {shown === "visual" && !isWide && <NarrowNotice onMode={onMode} />}
    </Box>
  );
}

function NarrowNotice({ onMode }: Pick<Props, "onMode">) {
  const words = useWords(editorWords);
  return (
    <Alert title={words.narrow}>
      <Text size="sm">{words.narrowHelp}</Text>
      <Button mt="xs" size="xs" variant="default" onClick={() => onMode("code")}>
        {words.toCode}
      </Button>
    </Alert>
  );
}
