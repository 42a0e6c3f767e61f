import { Button, FileButton, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../words/language.tsx";
import { importWords } from "./import-words.ts";
import { type ChosenList, type FileRefusal, readFile } from "./read-file.ts";

type Props = { chosen: ChosenList | undefined; busy: boolean; onChoose: (list: ChosenList | undefined) => void };

/** A list as a file, or pasted. */
export function FileChoice({ chosen, busy, onChoose }: Props) {
  const words = useWords(importWords);
  const [refusal, setRefusal] = useState<FileRefusal>();
  const [pasted, setPasted] = useState("");
  const read = (name: string, bytes: Uint8Array) => {
    const file = readFile(name, bytes);
    setRefusal(file.ok ? undefined : file);
    onChoose(file.ok ? file.list : undefined);
  };
  const take = async (file: File | null) => {
    if (file) read(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => void take(file)} disabled={busy}>
          {(props) => (
            <Button {...props} variant={chosen ? "default" : "filled"} disabled={busy}>
              {chosen ? words.otherFile : words.chooseFile}
            </Button>
          )}
        </FileButton>
        {chosen && (
          <Text size="sm" className="breakable">
            {words.chosen(chosen.name, chosen.records.length, chosen.encoding)}
          </Text>
        )}
      </Group>
      {refusal && (
        <Text className="bad" size="sm" role="alert">
          {words.refusals[refusal.reason](refusal.line ?? 0)}
        </Text>
      )}
      {!chosen && (
        <>
          <Textarea
            label={words.paste}
            description={words.pasteHelp}
            rows={5}
            maxLength={2_000_000}
            spellCheck={false}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <Group>
            <Button
              variant="default"
              disabled={pasted.trim() === ""}
              onClick={() => read(words.pastedName, new TextEncoder().encode(pasted))}
            >
              {words.usePasted}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
