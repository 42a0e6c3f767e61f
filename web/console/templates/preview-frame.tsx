import { useElementSize } from "@mantine/hooks";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import { type PreviewChoice, widthPixels } from "./preview-choice.ts";
import { previewDocument } from "./preview-document.ts";

type Props = { html: string; locale: string; choice: PreviewChoice };

/** The mail in a closed frame: no scripts, no same origin; made smaller where the screen is narrower than the mail. */
export function PreviewFrame({ html, locale, choice }: Props) {
  const words = useWords(editorWords);
  const { ref, width } = useElementSize();
  const wanted = widthPixels[choice.width];
  const scale = width > 0 ? Math.min(1, width / wanted) : 1;
  return (
    <div ref={ref} className="preview-space" style={{ "--scale": scale, "--wanted": `${wanted}px` } as object}>
      <iframe
        className="preview-frame"
        title={words.frameTitle(words.localeNames[locale] ?? locale)}
        sandbox=""
        srcDoc={previewDocument(html, choice.scheme)}
      />
    </div>
  );
}
