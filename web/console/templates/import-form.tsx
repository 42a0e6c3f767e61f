import { Alert, Button, FileButton, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { problemOf } from "../data/request-problem.ts";
import { useProblemText } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import type { ImportWish } from "./import-wish.ts";
import { importWords } from "./import-words.ts";
import { nameFromTitle } from "./name-from-title.ts";
import { templatesWords } from "./templates-words.ts";

const longest = 300_000;

type Props = {
  wish: ImportWish;
  error: unknown;
  looking: boolean;
  onChange: (part: Partial<ImportWish>) => void;
  onLook: () => void;
};

/** What to import, and what it is to be called. */
export function ImportForm({ wish, error, looking, onChange, onLook }: Props) {
  const words = useWords(importWords);
  const { kinds, kindHelp } = useWords(templatesWords);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onLook();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Names wish={wish} onChange={onChange} />
        <SegmentedControl
          aria-label={words.kind}
          value={wish.kind}
          data={[
            { value: "marketing", label: kinds.marketing },
            { value: "transactional", label: kinds.transactional },
          ]}
          onChange={(kind) => onChange({ kind: kind === "marketing" ? kind : "transactional" })}
        />
        <Text size="xs" c="dimmed">
          {kindHelp[wish.kind]}
        </Text>
        <Content content={wish.content} onChange={(content) => onChange({ content })} />
        {error !== null && <Refusal error={error} />}
        <Group>
          <Button type="submit" loading={looking}>
            {words.look}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Names({ wish, onChange }: Pick<Props, "wish" | "onChange">) {
  const words = useWords(importWords);
  const isOwn = wish.name !== nameFromTitle(wish.title);
  const rename = (title: string) => onChange(isOwn ? { title } : { title, name: nameFromTitle(title) });
  return (
    <>
      <TextInput
        label={words.name}
        required
        maxLength={100}
        value={wish.title}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <TextInput
        label={words.id}
        description={words.idHelp}
        inputWrapperOrder={["label", "input", "error", "description"]}
        required
        maxLength={60}
        pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
        title={words.idHelp}
        value={wish.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
    </>
  );
}

function Content({ content, onChange }: { content: string; onChange: (content: string) => void }) {
  const words = useWords(importWords);
  const [tooLong, setTooLong] = useState(false);
  const take = async (file: File | null) => {
    const text = file && file.size <= longest * 4 ? await file.text() : "";
    setTooLong(file !== null && (text === "" || text.length > longest));
    if (text && text.length <= longest) onChange(text);
  };
  return (
    <>
      <Textarea
        label={words.content}
        required
        rows={16}
        maxLength={longest}
        spellCheck={false}
        styles={{ input: { fontFamily: "monospace", fontSize: 13 } }}
        value={content}
        error={tooLong && words.tooLong}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group>
        <FileButton accept=".html,.htm,.json,.txt" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs">
              {words.file}
            </Button>
          )}
        </FileButton>
      </Group>
    </>
  );
}

function Refusal({ error }: { error: unknown }) {
  const words = useWords(importWords);
  const explain = useProblemText();
  const known = words.refusals[problemOf(error)?.code ?? ""];
  return (
    <Alert color="red" variant="outline" role="alert" title={words.lookFailed}>
      {known ?? explain(error)}
    </Alert>
  );
}
