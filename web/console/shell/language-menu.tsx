import { NativeSelect } from "@mantine/core";
import { type Language, languages, useLanguage, useWords } from "../words/language.tsx";
import { shellWords } from "./shell-words.ts";

export function LanguageMenu() {
  const words = useWords(shellWords);
  const { language, choose } = useLanguage();
  return (
    <NativeSelect
      size="xs"
      aria-label={words.language}
      value={language}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      onChange={(event) => choose(event.currentTarget.value as Language)}
    />
  );
}
