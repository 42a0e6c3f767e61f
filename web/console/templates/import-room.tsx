import { Anchor, Box, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { importTemplate } from "../data/templates.ts";
import { Icon } from "../look/icon.tsx";
import { RoomHeader } from "../look/room-header.tsx";
import { useWords } from "../words/language.tsx";
import "./editor.css";
import { editorWords } from "./editor-words.ts";
import { ImportForm } from "./import-form.tsx";
import { ImportResult } from "./import-result.tsx";
import type { ImportWish } from "./import-wish.ts";
import { importWords } from "./import-words.ts";

const nothing: ImportWish = { name: "", title: "", kind: "marketing", content: "" };

/** A template from elsewhere: given on one side, what becomes of it on the other. */
export function ImportRoom() {
  const words = useWords(importWords);
  const { back } = useWords(editorWords);
  const [wish, setWish] = useState(nothing);
  const look = useMutation({ mutationFn: ({ name, ...request }: ImportWish) => importTemplate(name, request) });
  const change = (part: Partial<ImportWish>) => {
    setWish((now) => ({ ...now, ...part }));
    // What was shown is no longer what would be saved.
    look.reset();
  };
  return (
    <>
      <Anchor component={Link} href="/templates" size="sm" display="inline-flex" mb={4}>
        <Icon name="back" /> {back}
      </Anchor>
      <RoomHeader title={words.title} intro={words.intro} />
      <div className="editor-columns">
        <ImportForm
          wish={wish}
          error={look.error}
          looking={look.isPending}
          onChange={change}
          onLook={() => look.mutate(wish)}
        />
        <Box miw={0} aria-live="polite">
          <Stack>{look.data && <ImportResult name={wish.name} imported={look.data} />}</Stack>
        </Box>
      </div>
    </>
  );
}
