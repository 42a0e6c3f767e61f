import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { saveAsFile } from "../data/csv-file.ts";
import { everySuppression } from "../data/suppressions.ts";
import { useProblemText } from "../shell/failure.tsx";
import { useNotice } from "../shell/use-notice.ts";
import { importWords } from "../suppression-import/import-words.ts";
import { useWords } from "../words/language.tsx";

/** The whole list as a file that another sender, or this room, takes again. */
export function ExportButton() {
  const words = useWords(importWords);
  const notice = useNotice();
  const explain = useProblemText();
  const [read, setRead] = useState(0);
  const run = useMutation({
    mutationFn: async () => {
      const all = await everySuppression(setRead);
      const { csvText } = await import("../data/csv.ts");
      const rows = all.map(({ email, reason, at, note, by }) => [email, reason, at, note ?? "", by ?? ""]);
      saveAsFile(words.exportFile, csvText(["Email", "Reason", "Since", "Note", "By"], rows));
      return all.length;
    },
    onSuccess: (count) => notice({ title: words.exported(count) }),
    onError: (error) => notice({ title: words.exportFailed, text: explain(error), bad: true }),
  });
  return (
    <Button variant="default" disabled={run.isPending} onClick={() => run.mutate()}>
      {run.isPending ? words.exporting(read) : words.exportList}
    </Button>
  );
}
