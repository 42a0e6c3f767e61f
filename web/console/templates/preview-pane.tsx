import { Alert, Box, Group, Paper, Skeleton, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { TemplatePreview } from "../../api/schema.d.ts";
import { Failure } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import type { PreviewChoice } from "./preview-choice.ts";
import { PreviewFrame } from "./preview-frame.tsx";

type Props = { preview: UseQueryResult<TemplatePreview>; locale: string; choice: PreviewChoice };

/** The mail as it will arrive: subject and preview line as a mail program lists them, and the opened mail below. */
export function PreviewPane({ preview, locale, choice }: Props) {
  const { data, error } = preview;
  if (error) return <Failure error={error} onRetry={() => void preview.refetch()} />;
  if (!data) return <Skeleton height={480} />;
  return (
    <Paper withBorder className="preview-pane" aria-busy={preview.isFetching}>
      <PreviewHead preview={data} updating={preview.isFetching} />
      <PreviewBody preview={data} locale={locale} choice={choice} />
    </Paper>
  );
}

function PreviewHead({ preview, updating }: { preview: TemplatePreview; updating: boolean }) {
  const words = useWords(editorWords);
  return (
    <Box px="md" py="xs" className="preview-head">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={650} lineClamp={2}>
          {preview.subject}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }} role="status">
          {updating ? words.updating : words.size((preview.htmlBytes / 1000).toFixed(1))}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" lineClamp={1}>
        {preview.preheader}
      </Text>
    </Box>
  );
}

function PreviewBody({ preview, locale, choice }: Omit<Props, "preview"> & { preview: TemplatePreview }) {
  const words = useWords(editorWords);
  if (preview.html === "") return <Alert m="md">{words.noPreview}</Alert>;
  if (choice.part === "html") return <PreviewFrame html={preview.html} locale={locale} choice={choice} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <pre className="preview-text" tabIndex={0}>
      {preview.text}
    </pre>
  );
}
