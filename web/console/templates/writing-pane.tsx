import { Button, Stack, Tabs } from "@mantine/core";
import { useMemo } from "react";
import type {
  Template,
  TemplateField,
  TemplateLocale,
  TemplateLook,
  TemplateProblem,
  TemplateText,
  TemplateVariable,
} from "../../api/schema.d.ts";
import { useLanguage, useWords } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";
import { BodyWriting, type WritingTarget } from "./body-writing.tsx";
import { editorWords } from "./editor-words.ts";
import type { Fillings } from "./fields/field-values.ts";
import { HeaderField } from "./header-field.tsx";
import { localesOf, missingLocales } from "./template-locale.ts";
import { TopicChoice } from "./topic-choice.tsx";
import type { Draft } from "./use-draft.ts";
import { useInsertion } from "./use-insertion.ts";
import { VariablesPanel } from "./variables-panel.tsx";
import type { WritingMode } from "./writing-mode-switch.tsx";

type Props = {
  draft: Draft;
  /** What every template may use, beside what this one declares. */
  common: TemplateVariable[];
  /** How the layout dresses the body. */
  look: TemplateLook;
  locale: TemplateLocale;
  editable: boolean;
  problems: TemplateProblem[];
  fields: TemplateField[] | undefined;
  locked: boolean;
  topics: Template["topics"];
  target: WritingTarget | null;
  mode: WritingMode;
  onMode: (mode: WritingMode, line?: number) => void;
  onLocale: (locale: TemplateLocale) => void;
};

export function WritingPane(props: Props) {
  const words = useWords(editorWords);
  const { draft, locale, onLocale } = props;
  return (
    <Stack gap="sm" className="editor-write">
      <Tabs value={locale} onChange={(next) => next && onLocale(next as TemplateLocale)}>
        <Tabs.List aria-label={words.languages}>
          {localesOf(draft.source).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.localeNames[each] ?? each}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {props.editable && !props.locked && <AddLocale draft={draft} onLocale={onLocale} />}
        <Tabs.Panel value={locale} pt="sm">
          <Fields key={locale} {...props} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function AddLocale({ draft, onLocale }: Pick<Props, "draft" | "onLocale">) {
  const words = useWords(editorWords);
  const { source, edit } = draft;
  const add = (locale: TemplateLocale) => {
    edit({ ...source, locales: { ...source.locales, [locale]: source.locales.en } });
    onLocale(locale);
  };
  return missingLocales(source).map((locale) => (
    <Button key={locale} mt="xs" size="xs" variant="default" title={words.addLocaleHelp} onClick={() => add(locale)}>
      {words.addLocale(words.localeNames[locale] ?? locale)}
    </Button>
  ));
}

function Fields(props: Props) {
  const { draft, common, look, locale, editable, problems, fields, locked, topics, target, mode, onMode } = props;
  const words = useWords(editorWords);
  const insertion = useInsertion();
  const own = problems.filter((problem) => problem.locale === null || problem.locale === locale);
  const firstError = useFirstError(own);
  const declared = draft.source.variables;
  const variables = useMemo(() => [...declared, ...common], [declared, common]);
  const text = draft.source.locales[locale];
  if (!text) return null;
  const change = (part: Partial<TemplateText>) => {
    const locales = { ...draft.source.locales, [locale]: { ...text, ...part } };
    draft.edit({ ...draft.source, locales });
  };
  const fill = (fillings: Fillings) => {
    const { fields: _before, ...design } = text;
    const filled = Object.keys(fillings).length > 0 ? { ...design, fields: fillings } : design;
    draft.edit({ ...draft.source, locales: { ...draft.source.locales, [locale]: filled } });
  };
  const shared = { readOnly: !editable, insertion };
  return (
    <Stack gap="sm">
      <HeaderField
        {...shared}
        label={words.subject}
        value={text.subject}
        error={firstError("subject")}
        onChange={(subject) => change({ subject })}
      />
      <HeaderField
        {...shared}
        label={words.preheader}
        description={words.preheaderHelp}
        value={text.preheader}
        error={firstError("preheader")}
        onChange={(preheader) => change({ preheader })}
      />
      <TopicChoice draft={draft} topics={topics} editable={editable && !locked} />
      <BodyWriting
        value={text.body}
        variables={variables}
        look={look}
        problems={own}
        file={`${locale}.mjml`}
        fields={fields}
        fillings={text.fields ?? {}}
        locked={locked}
        editable={editable}
        insertion={insertion}
        target={target}
        mode={mode}
        onMode={onMode}
        onChange={(body) => change({ body })}
        onFillings={fill}
      />
      {editable && <VariablesPanel variables={variables} insertion={insertion} />}
    </Stack>
  );
}

/** What is to be mended first in a header line, in the reader's language. */
function useFirstError(problems: TemplateProblem[]): (part: TemplateProblem["part"]) => string | undefined {
  const { language } = useLanguage();
  return (part) => {
    const first = problems.find((problem) => problem.part === part && problem.severity === "error");
    return first && saidIn(first.message, language);
  };
}
