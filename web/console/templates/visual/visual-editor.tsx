import "grapesjs/dist/css/grapes.min.css";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useRef } from "react";
import type { TemplateLook, TemplateVariable } from "../../../api/schema.d.ts";
import { useWords } from "../../words/language.tsx";
import type { Insertion } from "../use-insertion.ts";
import { BlockBar } from "./block-bar.tsx";
import { PartBar } from "./part-bar.tsx";
import { PartFields } from "./part-fields.tsx";
import { TextBar, WriteButton } from "./text-bar.tsx";
import { useCanvas } from "./use-canvas.ts";
import { useSelectLine } from "./use-select-line.ts";
import { useWritingAim } from "./use-writing-aim.ts";
import "./visual.css";
import type { Obstacle } from "./visual-tree.ts";
import { visualWords } from "./visual-words.ts";

type Props = {
  label: string;
  value: string;
  variables: TemplateVariable[];
  look: TemplateLook;
  insertion: Insertion;
  /** A line to go to, wrapped so that the same line can be asked for twice. */
  target: { line: number } | null;
  onChange: (value: string) => void;
  /** Asks for the code, at a line if there is one to look at. */
  onCode: (line?: number) => void;
};

/** The body as it looks, to be changed on the spot; the text stays the truth and only what is touched changes in it. */
export function VisualEditor({ label, value, variables, look, insertion, target, onChange, onCode }: Props) {
  const words = useWords(visualWords);
  const host = useRef<HTMLDivElement>(null);
  const { canvas, obstacle } = useCanvas({ host, value, look, onChange });
  const writing = useWritingAim(canvas, insertion);
  useSelectLine(canvas, target, value, onCode);
  const shown = obstacle ? null : canvas;
  return (
    <Stack gap="xs" className="visual">
      {obstacle && <ObstacleNotice obstacle={obstacle} onCode={onCode} />}
      {shown && <BlockBar canvas={shown} variables={variables} />}
      {shown && <PartBar canvas={shown} />}
      {shown && (writing ? <TextBar writing={writing} variables={variables} /> : <WriteButton canvas={shown} />)}
      <section className="visual-canvas" aria-label={label} hidden={obstacle !== null}>
        <div ref={host} />
      </section>
      {shown && (
        <Text size="xs" c="dimmed">
          {words.canvasHelp}
        </Text>
      )}
      {shown && <PartFields canvas={shown} variables={variables} />}
    </Stack>
  );
}

function ObstacleNotice({ obstacle, onCode }: { obstacle: Obstacle; onCode: Props["onCode"] }) {
  const words = useWords(visualWords);
  const { line, reason, raw } = obstacle;
  return (
    <Alert title={words.obstacle}>
      <Text size="sm">
        {words.obstacleText[reason](line)} {words.obstacleWhy}
      </Text>
      <pre className="visual-obstacle">{raw}</pre>
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={() => onCode(line)}>
          {words.goToLine(line)}
        </Button>
      </Group>
    </Alert>
  );
}
