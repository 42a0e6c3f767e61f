import { Alert, Skeleton, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { TemplateField, TemplateProblem } from "../../../api/schema.d.ts";
import { useWords } from "../../words/language.tsx";
import type { Insertion } from "../use-insertion.ts";
import { FieldBox } from "./field-box.tsx";
import { type Fillings, fillingsAfter } from "./field-values.ts";
import { fieldsWords } from "./fields-words.ts";

type Props = {
  /** Undefined until the server has read the design. */
  fields: TemplateField[] | undefined;
  fillings: Fillings;
  problems: TemplateProblem[];
  editable: boolean;
  insertion: Insertion;
  /** A field to go to, wrapped so that the same field can be asked for twice. */
  target: { field?: string } | null;
  onChange: (fillings: Fillings) => void;
};

/** An email as a form: nothing but what its design leaves open. */
export function FieldForm({ fields, fillings, target, onChange, ...form }: Props) {
  const words = useWords(fieldsWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (target?.field) goTo(box.current, target.field);
  }, [target]);
  if (!fields) return <Skeleton height={320} />;
  if (fields.length === 0) {
    return (
      <Alert title={words.none}>
        <Text size="sm">{words.noneHelp}</Text>
      </Alert>
    );
  }
  return (
    <Stack gap="lg" ref={box}>
      {fields.map((field) => (
        <FieldBox
          key={field.name}
          {...form}
          field={field}
          path={field.name}
          filling={fillings[field.name]}
          onChange={(value) => onChange(fillingsAfter(fillings, field.name, value, field.design))}
          onReset={() => onChange(fillingsAfter(fillings, field.name, field.design, field.design))}
        />
      ))}
    </Stack>
  );
}

function goTo(form: HTMLElement | null, path: string) {
  const box = form?.querySelector(`[data-field="${CSS.escape(path)}"]`);
  box?.scrollIntoView({ block: "center" });
  box?.querySelector<HTMLElement>("input, [contenteditable], textarea, button")?.focus();
}
