import { html } from "@codemirror/lang-html";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { useComputedColorScheme } from "@mantine/core";
import CodeMirror, { EditorState, EditorView, type Extension, type ReactCodeMirrorRef } from "@uiw/react-codemirror";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { TemplateProblem, TemplateVariable } from "../../api/schema.d.ts";
import { type Language, useLanguage } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";
import { mjmlTags } from "./mjml-tags.ts";
import type { Insertion } from "./use-insertion.ts";
import { variableCompletion } from "./variable-completion.ts";

type Props = {
  label: string;
  value: string;
  problems: TemplateProblem[];
  variables: TemplateVariable[];
  readOnly: boolean;
  insertion: Insertion;
  /** A line to go to, wrapped so that the same line can be asked for twice. */
  target: { line: number } | null;
  onChange: (value: string) => void;
};

/** The MJML body as code, with what the gate says marked at its line. */
export function CodeEditor({ label, value, problems, variables, readOnly, insertion, target, onChange }: Props) {
  const editor = useRef<ReactCodeMirrorRef>(null);
  const theme = useComputedColorScheme("light");
  const extensions = useMemo(() => extensionsFor(label, variables), [label, variables]);
  const change = useLatest(onChange);
  useProblemMarks(editor, problems, value);
  useEffect(() => {
    if (target) goTo(editor.current?.view, target.line);
  }, [target]);
  return (
    <CodeMirror
      ref={editor}
      className="code-editor"
      value={value}
      theme={theme}
      basicSetup={setup}
      readOnly={readOnly}
      extensions={extensions}
      onChange={change}
      onCreateEditor={(view) => target && goTo(view, target.line)}
      onFocus={() => insertion.aim((text) => insertAtCursor(editor.current?.view, text))}
    />
  );
}

// The highlighted line would push the colours of the code under the contrast that everybody can read.
const setup = { highlightActiveLine: false, highlightActiveLineGutter: false };

function extensionsFor(label: string, variables: TemplateVariable[]): Extension[] {
  // Made once: the editor knows a source of completions by its identity and forgets those it does not see again.
  const data = [{ autocomplete: variableCompletion(variables) }];
  return [
    html({ extraTags: mjmlTags }),
    lintGutter(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorState.languageData.of(() => data),
  ];
}

/** One function for good that calls the newest one: the editor would set itself up anew for every other function. */
function useLatest(callback: (value: string) => void): (value: string) => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  return useCallback((value) => latest.current(value), []);
}

function useProblemMarks(
  editor: React.RefObject<ReactCodeMirrorRef | null>,
  problems: TemplateProblem[],
  value: string,
) {
  const { language } = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text drops its marks, so they are set again with it
  useEffect(() => {
    const view = editor.current?.view;
    if (!view) return;
    view.dispatch(setDiagnostics(view.state, marksFor(view.state, problems, language)));
  }, [editor, problems, value, language]);
}

function marksFor(state: EditorState, problems: TemplateProblem[], language: Language): Diagnostic[] {
  return problems.map(({ line, severity, message }) => {
    const { from, to } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
    return { from, to, severity: severity === "error" ? "error" : "info", message: saidIn(message, language) };
  });
}

function insertAtCursor(view: EditorView | undefined, text: string) {
  view?.dispatch(view.state.replaceSelection(text));
  view?.focus();
}

function goTo(view: EditorView | undefined, line: number) {
  if (!view) return;
  const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  view.focus();
}
