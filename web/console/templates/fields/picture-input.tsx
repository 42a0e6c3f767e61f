import { Stack } from "@mantine/core";
import type { TemplatePicture } from "../../../api/schema.d.ts";
import { useWords } from "../../words/language.tsx";
import { HeaderField } from "../header-field.tsx";
import type { Insertion } from "../use-insertion.ts";
import { fieldsWords } from "./fields-words.ts";

type Props = {
  label: string;
  value: TemplatePicture;
  readOnly: boolean;
  insertion: Insertion;
  onChange: (value: TemplatePicture) => void;
};

/** A picture by its address, with what it shows and where it leads. */
export function PictureInput({ value, readOnly, insertion, onChange }: Props) {
  const words = useWords(fieldsWords);
  const shared = { readOnly, insertion };
  const leadTo = (href: string) => {
    const { href: _before, ...picture } = value;
    onChange(href === "" ? picture : { ...picture, href });
  };
  return (
    <Stack gap={6} className="field-parts">
      <HeaderField
        {...shared}
        label={words.address}
        description={words.addressHelp}
        value={value.src}
        onChange={(src) => onChange({ ...value, src })}
      />
      <HeaderField
        {...shared}
        label={words.alt}
        description={words.altHelp}
        value={value.alt}
        onChange={(alt) => onChange({ ...value, alt })}
      />
      <HeaderField {...shared} label={words.leadsTo} value={value.href ?? ""} onChange={leadTo} />
    </Stack>
  );
}
