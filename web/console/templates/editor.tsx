import { Alert, Box, SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import type { Template, TemplateLocale, TemplateProblem } from "../../api/schema.d.ts";
import { mayEdit } from "../data/session.ts";
import { useStaff } from "../shell/session-gate.tsx";
import { useWords } from "../words/language.tsx";
import { AsideNotice } from "./aside-notice.tsx";
import type { WritingTarget } from "./body-writing.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import "./editor.css";
import { EditorHeader } from "./editor-header.tsx";
import { editorWords } from "./editor-words.ts";
import { DesignLock, useDesignLock } from "./fields/design-lock.tsx";
import { useFields } from "./fields/use-fields.ts";
import { firstChoice, type PreviewChoice } from "./preview-choice.ts";
import { PreviewControls } from "./preview-controls.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { ProblemPanel } from "./problem-panel.tsx";
import { useDraft } from "./use-draft.ts";
import { usePreview } from "./use-preview.ts";
import { useWritingMode } from "./use-writing-mode.ts";
import type { WritingMode } from "./writing-mode-switch.tsx";
import { WritingPane } from "./writing-pane.tsx";

type Shown = "write" | "preview";

/** One email being edited: the writing on one side, what becomes of it on the other. */
export function Editor({ template }: { template: Template }) {
  const words = useWords(editorWords);
  const editable = mayEdit(useStaff().role);
  const draft = useDraft(template.name, template, editable);
  const [locale, setLocale] = useState<TemplateLocale>("en");
  const [choice, setChoice] = useState<PreviewChoice>(firstChoice);
  const [choosingContact, setChoosingContact] = useState(false);
  const [shown, setShown] = useState<Shown>("write");
  const [target, setTarget] = useState<WritingTarget | null>(null);
  const request = { source: draft.source, locale, data: choice.data };
  const preview = usePreview(template.name, request);
  const fields = useFields(preview, locale);
  const locked = useDesignLock(template) !== null;
  const [mode, setMode] = useWritingMode(fields, preview.isError);

  const goTo = (problem: TemplateProblem) => {
    if (problem.locale) setLocale(problem.locale);
    setShown("write");
    setMode(modeFor(problem, mode));
    const field = problem.field ? { field: problem.field } : {};
    setTarget({ ...field, line: problem.file.endsWith(".mjml") ? problem.line : 1 });
  };
  return (
    <Stack gap="sm">
      <EditorHeader template={template} draft={draft} request={request} editable={editable} onGoTo={goTo} />
      {!editable && <Alert>{words.readOnly}</Alert>}
      {draft.restored && draft.status !== "saved" && <Alert>{words.restored}</Alert>}
      <ConflictDialog draft={draft} />
      <AsideNotice draft={draft} />
      {editable && <DesignLock template={template} hasFields={fields !== undefined && fields.length > 0} />}
      <ViewSwitch shown={shown} onShow={setShown} />
      <div className="editor-columns" data-shown={shown}>
        <WritingPane
          draft={draft}
          common={template.commonVariables}
          look={template.look}
          locale={locale}
          editable={editable}
          problems={preview.data?.problems ?? []}
          fields={fields}
          locked={locked}
          topics={template.topics}
          target={target}
          mode={mode}
          onMode={(next, line) => {
            setMode(next);
            setTarget(line ? { line } : null);
          }}
          onLocale={setLocale}
        />
        <div className="editor-side">
          <ProblemPanel problems={preview.data?.problems} fields={fields} onGoTo={goTo} />
          <Stack gap="xs" className="editor-preview">
            <PreviewControls
              choice={choice}
              choosingContact={choosingContact}
              onChoose={(change) => setChoice((now) => ({ ...now, ...change }))}
              onChooseContact={setChoosingContact}
            />
            <PreviewPane preview={preview} locale={locale} choice={choice} />
          </Stack>
        </div>
      </div>
    </Stack>
  );
}

/** Whoever looks for a problem is led to where it can be mended. */
function modeFor({ field, part }: TemplateProblem, mode: WritingMode): WritingMode {
  if (field) return "content";
  return mode === "content" && part === "body" ? "code" : mode;
}

function ViewSwitch({ shown, onShow }: { shown: Shown; onShow: (shown: Shown) => void }) {
  const words = useWords(editorWords);
  return (
    <Box className="editor-switch">
      <SegmentedControl
        fullWidth
        aria-label={words.view}
        value={shown}
        data={[
          { value: "write", label: words.write },
          { value: "preview", label: words.preview },
        ]}
        onChange={(next) => onShow(next as Shown)}
      />
    </Box>
  );
}
