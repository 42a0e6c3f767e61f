import { Box, Button, Group, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useLanguage, useWords } from "../../words/language.tsx";
import { saidIn } from "../../words/said-in.ts";
import { HeaderField } from "../header-field.tsx";
import type { BoxProps } from "./box-props.ts";
import { asItems, asLine, asLink, asPicture } from "./field-values.ts";
import { fieldsWords } from "./fields-words.ts";
import { LinkInput } from "./link-input.tsx";
import { ListInput } from "./list-input.tsx";
import { PictureInput } from "./picture-input.tsx";

// Only who writes paragraphs waits for their editor.
const ParagraphsInput = lazy(() =>
  import("./paragraphs-input.tsx").then((part) => ({ default: part.ParagraphsInput })),
);

/** One field: its label and hint, what is filled in, and what is wrong with it. */
export function FieldBox(props: BoxProps) {
  const { field, path, filling, problems, editable, onReset } = props;
  const words = useWords(fieldsWords);
  const { language } = useLanguage();
  const label = saidIn(field.label, language);
  const hint = saidIn(field.hint, language);
  const wrong = problems.filter((problem) => problem.field === path && problem.severity === "error");
  return (
    <Box data-field={path} role="group" aria-label={label}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600}>
          {label}{" "}
          {field.optional && (
            <Text component="span" size="xs" c="dimmed">
              {words.optional}
            </Text>
          )}
        </Text>
        {editable && filling !== undefined && onReset && (
          <Button size="compact-sm" variant="subtle" aria-label={words.asDesignedFor(label)} onClick={onReset}>
            {words.asDesigned}
          </Button>
        )}
      </Group>
      {hint && (
        <Text size="xs" c="dimmed" mb={4}>
          {hint}
        </Text>
      )}
      <Suspense fallback={null}>
        <Input {...props} label={label} />
      </Suspense>
      <Letters {...props} />
      {wrong.map((problem) => (
        <Text key={problem.message.en} size="sm" className="bad" role="alert">
          {saidIn(problem.message, language)}
        </Text>
      ))}
    </Box>
  );
}

function Input(props: BoxProps & { label: string }) {
  const { field, filling, label, editable, insertion, onChange } = props;
  const value = filling ?? field.design;
  const shared = { label, readOnly: !editable, insertion };
  switch (field.kind) {
    case "line":
      return <HeaderField {...shared} isLabelHidden value={asLine(value)} onChange={onChange} />;
    case "paragraphs":
      return <ParagraphsInput {...shared} value={asLine(value)} onChange={onChange} />;
    case "picture":
      return <PictureInput {...shared} value={asPicture(value)} onChange={onChange} />;
    case "link":
      return <LinkInput {...shared} value={asLink(value)} onChange={onChange} />;
    case "list":
      return <ListInput {...props} items={asItems(value)} renderField={(inside) => <FieldBox {...inside} />} />;
  }
}

function Letters({ field, filling }: BoxProps) {
  const words = useWords(fieldsWords);
  const value = filling ?? field.design;
  if (field.most === null || typeof value !== "string") return null;
  const shown = value.replace(/<[^<>]*>|\{\{[^{}]*\}\}/g, "").replaceAll("&nbsp;", " ");
  return (
    <Text size="xs" c="dimmed" ta="right">
      {words.letters([...shown].length, field.most)}
    </Text>
  );
}
