import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

export const languages = { en: "English", "zh-CN": "简体中文" } as const;
export type Language = keyof typeof languages;

/** The words of one room in every language of the console; both sides must say the same things. */
export type Words<Said> = Record<Language, Said>;

type Choice = { language: Language; choose: (language: Language) => void };

const kept = "tastemaker-language";
const LanguageContext = createContext<Choice>({ language: "en", choose: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(kept, language);
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): Choice {
  return useContext(LanguageContext);
}

/** The words of a room in the language the person reads. */
export function useWords<Said>(words: Words<Said>): Said {
  return words[useLanguage().language];
}

function firstLanguage(): Language {
  const wanted = localStorage.getItem(kept) ?? navigator.language;
  return wanted.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}
