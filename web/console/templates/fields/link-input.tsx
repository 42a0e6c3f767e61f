import { Stack } from "@mantine/core";
import type { TemplateLink } from "../../../api/schema.d.ts";
import { useWords } from "../../words/language.tsx";
import { HeaderField } from "../header-field.tsx";
import type { Insertion } from "../use-insertion.ts";
import { fieldsWords } from "./fields-words.ts";

type Props = {
  label: string;
  value: TemplateLink;
  readOnly: boolean;
  insertion: Insertion;
  onChange: (value: TemplateLink) => void;
};

/** A button or link: its words and where it leads. */
export function LinkInput({ value, readOnly, insertion, onChange }: Props) {
  const words = useWords(fieldsWords);
  const shared = { readOnly, insertion };
  return (
    <Stack gap={6} className="field-parts">
      <HeaderField
        {...shared}
        label={words.linkWords}
        value={value.words}
        onChange={(said) => onChange({ ...value, words: said })}
      />
      <HeaderField
        {...shared}
        label={words.address}
        description={words.addressHelp}
        value={value.href}
        onChange={(href) => onChange({ ...value, href })}
      />
    </Stack>
  );
}
