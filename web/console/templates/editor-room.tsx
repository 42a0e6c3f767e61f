import { Anchor, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { problemOf } from "../data/request-problem.ts";
import { templateByName } from "../data/templates.ts";
import { Icon } from "../look/icon.tsx";
import { Failure } from "../shell/failure.tsx";
import { NotFound } from "../shell/not-found.tsx";
import { useWords } from "../words/language.tsx";
import { Editor } from "./editor.tsx";
import { editorWords } from "./editor-words.ts";

export function EditorRoom({ name }: { name: string }) {
  const words = useWords(editorWords);
  const template = useQuery(templateByName(name));
  if (problemOf(template.error)?.status === 404) return <NotFound />;
  return (
    <>
      <Anchor component={Link} href="/templates" size="sm" display="inline-flex" mb={4}>
        <Icon name="back" /> {words.back}
      </Anchor>
      {template.data && <Editor template={template.data} />}
      {template.error && <Failure error={template.error} onRetry={() => void template.refetch()} />}
      {template.isPending && <EditorSkeleton />}
    </>
  );
}

function EditorSkeleton() {
  return (
    <Stack aria-hidden="true">
      <Skeleton height={40} width="40%" />
      <Skeleton height={480} />
    </Stack>
  );
}
