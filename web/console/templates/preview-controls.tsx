import { Group, NativeSelect, SegmentedControl } from "@mantine/core";
import type { PreviewData } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { ContactChoice } from "./contact-choice.tsx";
import { editorWords } from "./editor-words.ts";
import type { PreviewChoice } from "./preview-choice.ts";

type Props = {
  choice: PreviewChoice;
  /** A contact is wanted but not found yet; the preview stays with what it shows. */
  choosingContact: boolean;
  onChoose: (change: Partial<PreviewChoice>) => void;
  onChooseContact: (choosing: boolean) => void;
};

export function PreviewControls({ choice, choosingContact, onChoose, onChooseContact }: Props) {
  const words = useWords(editorWords);
  const kind = choosingContact ? "contact" : choice.data.kind;
  const chooseKind = (wanted: string) => {
    onChooseContact(wanted === "contact");
    if (wanted !== "contact") onChoose({ data: { kind: wanted } as PreviewData });
  };
  return (
    <>
      <Group gap="xs">
        <NativeSelect
          size="xs"
          aria-label={words.data}
          w={150}
          value={kind}
          data={Object.entries(words.dataKinds).map(([value, label]) => ({ value, label }))}
          onChange={(event) => chooseKind(event.currentTarget.value)}
        />
        <Switch label={words.width} names={words.widths} value={choice.width} onPick={(width) => onChoose({ width })} />
        <Switch
          label={words.scheme}
          names={words.schemes}
          value={choice.scheme}
          onPick={(scheme) => onChoose({ scheme })}
        />
        <Switch label={words.part} names={words.parts} value={choice.part} onPick={(part) => onChoose({ part })} />
      </Group>
      {kind === "contact" && (
        <ContactChoice
          onFound={(contactId) => {
            onChooseContact(false);
            onChoose({ data: { kind: "contact", contactId } });
          }}
        />
      )}
    </>
  );
}

type SwitchProps<Value extends string> = {
  label: string;
  names: Record<Value, string>;
  value: Value;
  onPick: (value: Value) => void;
};

function Switch<Value extends string>({ label, names, value, onPick }: SwitchProps<Value>) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      data={Object.entries<string>(names).map(([each, name]) => ({ value: each, label: name }))}
      onChange={(picked) => onPick(picked as Value)}
    />
  );
}
