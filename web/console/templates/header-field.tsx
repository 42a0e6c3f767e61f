import { TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Insertion } from "./use-insertion.ts";

type Props = {
  label: string;
  /** The label stands elsewhere and is only read out here. */
  isLabelHidden?: boolean;
  description?: string;
  value: string;
  error?: string | undefined;
  readOnly: boolean;
  insertion: Insertion;
  onChange: (value: string) => void;
};

/** Subject or preview line: one line of text that takes variables at the cursor. */
export function HeaderField({
  label,
  isLabelHidden = false,
  description,
  value,
  error,
  readOnly,
  insertion,
  onChange,
}: Props) {
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });
  const insertHere = (text: string) => insertAt(field.current, latest.current, text);
  return (
    <TextInput
      ref={field}
      {...(isLabelHidden ? { "aria-label": label } : { label })}
      description={description}
      inputWrapperOrder={["label", "input", "error", "description"]}
      value={value}
      error={error}
      readOnly={readOnly}
      onFocus={() => insertion.aim(insertHere)}
      onChange={(event) => onChange(event.currentTarget.value.replace(/[\r\n]+/g, " "))}
    />
  );
}

type Written = { value: string; onChange: (value: string) => void };

function insertAt(field: HTMLInputElement | null, { value, onChange }: Written, text: string) {
  if (!field) return;
  const from = field.selectionStart ?? value.length;
  const to = field.selectionEnd ?? from;
  onChange(value.slice(0, from) + text + value.slice(to));
  field.focus();
  requestAnimationFrame(() => field.setSelectionRange(from + text.length, from + text.length));
}
