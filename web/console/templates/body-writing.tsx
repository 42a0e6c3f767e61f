import { Alert, Box, Button, Group, Skeleton, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import type { TemplateLook, TemplateProblem, TemplateVariable } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import type { Insertion } from "./use-insertion.ts";
import { type WritingMode, WritingModeSwitch } from "./writing-mode-switch.tsx";

// The editors are the heaviest parts of the console; the page is readable before they arrive.
const CodeEditor = lazy(() => import("./code-editor.tsx").then((part) => ({ default: part.CodeEditor })));
const VisualEditor = lazy(() => import("./visual/visual-editor.tsx").then((part) => ({ default: part.VisualEditor })));

type Props = {
  value: string;
  problems: TemplateProblem[];
  variables: TemplateVariable[];
  look: TemplateLook;
  editable: boolean;
  insertion: Insertion;
  target: { line: number } | null;
  mode: WritingMode;
  onChange: (value: string) => void;
  /** Another way to write is wanted, at a line if there is one to look at. */
  onMode: (mode: WritingMode, line?: number) => void;
};

/** The body of an email, in the way of writing that the person has chosen. */
export function BodyWriting({ editable, mode, onMode, look, ...editor }: Props) {
  const words = useWords(editorWords);
  const isWide = useMediaQuery("(min-width: 700px)", true);
  const shown = editable ? mode : "code";
  return (
    <Box>
      <Group justify="space-between" align="flex-end" mb={4}>
        <Box>
          <Text size="sm" fw={500}>
            {words.body}
          </Text>
          <Text size="xs" c="dimmed">
            {words.bodyHelps[shown]}
          </Text>
        </Box>
        {editable && <WritingModeSwitch mode={mode} onMode={onMode} />}
      </Group>
      <Suspense fallback={<Skeleton height={320} />}>
        {shown === "code" && <CodeEditor {...editor} readOnly={!editable} label={words.body} />}
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
