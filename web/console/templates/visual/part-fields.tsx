import { Box, NativeSelect, SimpleGrid, Text, TextInput, Title } from "@mantine/core";
import type { Component } from "grapesjs";
import { useEffect, useState } from "react";
import type { TemplateVariable } from "../../../api/schema.d.ts";
import { useWords } from "../../words/language.tsx";
import { AddressList } from "./address-list.tsx";
import type { Canvas } from "./canvas.ts";
import { type FieldKind, fieldsOf } from "./fields-of.ts";
import { decodedValue, encodedValue } from "./part-look.ts";
import { visualWords } from "./visual-words.ts";

type Props = { canvas: Canvas; variables: TemplateVariable[] };

/** What of the selected part can be changed by hand: what MJML knows, in words. */
export function PartFields({ canvas, variables }: Props) {
  const words = useWords(visualWords);
  const selected = canvas.editor.getSelected();
  if (!selected) return null;
  const type = String(selected.get("type"));
  const name = words.parts[type] ?? type;
  return (
    <Box component="section" aria-label={words.looks(name)}>
      <Title order={2} size="h5" mb={6}>
        {words.looks(name)}
      </Title>
      {type.startsWith("kept") && <Text size="sm">{words.keptHelp}</Text>}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" verticalSpacing="xs">
        {Object.entries(fieldsOf(type)).map(([attribute, kind]) => (
          <PartField key={`${selected.getId()} ${attribute}`} part={selected} attribute={attribute} kind={kind} />
        ))}
      </SimpleGrid>
      <AddressList id="visual-addresses" variables={variables} />
    </Box>
  );
}

type FieldProps = { part: Component; attribute: string; kind: FieldKind };

function PartField({ part, attribute, kind }: FieldProps) {
  const words = useWords(visualWords);
  const value = decodedValue(attributesOf(part)[attribute] ?? "");
  const label = words.fields[attribute] ?? attribute;
  // As they are now: a field that was left a moment ago may have changed them since this one was drawn.
  const set = (text: string) => part.set("mjml", attributesWith(attributesOf(part), attribute, text));
  if (kind === "align") {
    const options = Object.entries(words.aligns).map(([each, said]) => ({ value: each, label: said }));
    const data = [{ value: "", label: words.fromLayout }, ...options];
    return (
      <NativeSelect size="xs" label={label} value={value} data={data} onChange={(e) => set(e.currentTarget.value)} />
    );
  }
  return <WrittenField label={label} attribute={attribute} kind={kind} value={value} onSet={set} />;
}

function attributesOf(part: Component): Record<string, string> {
  return part.get("mjml") ?? {};
}

/** An attribute that says nothing is left out, so that the layout decides; only a picture's words may be empty. */
function attributesWith(mjml: Record<string, string>, attribute: string, text: string): Record<string, string> {
  const { [attribute]: _before, ...others } = mjml;
  const isKept = text !== "" || attribute === "alt" || attribute === "src";
  return isKept ? { ...mjml, [attribute]: encodedValue(text.trim()) } : others;
}

type WrittenProps = { label: string; attribute: string; kind: FieldKind; value: string; onSet: (text: string) => void };

/** Taken over when the field is left or Enter is pressed: half a colour is no colour. */
function WrittenField({ label, attribute, kind, value, onSet }: WrittenProps) {
  const words = useWords(visualWords);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const set = (next: string) => {
    if (next !== value) onSet(next);
  };
  const isColor = /^#[\da-f]{6}$/i.test(text);
  return (
    <TextInput
      size="xs"
      label={label}
      description={words.fieldHelp[attribute]}
      inputWrapperOrder={["label", "input", "description"]}
      placeholder={kind === "address" || kind === "picture" ? "https://" : words.fromLayout}
      list={kind === "address" ? "visual-addresses" : undefined}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => set(text)}
      onKeyDown={(event) => event.key === "Enter" && set(text)}
      {...(kind === "color" && {
        rightSection: (
          <input
            type="color"
            className="visual-color"
            aria-label={words.pick(label)}
            value={isColor ? text : "#ffffff"}
            onChange={(event) => set(event.currentTarget.value)}
          />
        ),
      })}
    />
  );
}
