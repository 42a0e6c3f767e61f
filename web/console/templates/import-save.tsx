import { Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import type { TemplateSource } from "../../api/schema.d.ts";
import { problemOf } from "../data/request-problem.ts";
import { saveTemplateDraft } from "../data/templates.ts";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { useWords } from "../words/language.tsx";
import { importWords } from "./import-words.ts";

/** Keeps an imported template as the first draft of a new email, and goes there. */
export function ImportSave({ name, source }: { name: string; source: TemplateSource }) {
  const words = useWords(importWords);
  const explain = useProblemText();
  const notice = useNotice();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const save = useMutation({
    // Revision 0 is a new template: one that exists already is never written over.
    mutationFn: () => saveTemplateDraft(name, { revision: 0, source }),
    onSuccess: async () => {
      notice({ title: words.saved });
      await queries.invalidateQueries({ queryKey: ["templates"] });
      go(`/templates/${name}`);
    },
  });
  const isTaken = problemOf(save.error)?.status === 409;
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {words.save}
      </Button>
      {save.error && (
        <Text className="bad" size="sm" role="alert" w="100%">
          {isTaken ? words.taken : explain(save.error)}
        </Text>
      )}
    </>
  );
}
