import { useQuery } from "@tanstack/react-query";
import { templateList } from "../data/templates.ts";
import { useLanguage } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";

/** What an email is called in the reader's language; until that is known, and for one that is gone, its name. */
export function useTemplateTitle(): (name: string) => string {
  const { language } = useLanguage();
  const { data = [] } = useQuery(templateList);
  return (name) => {
    const template = data.find((each) => each.name === name);
    return template ? saidIn(template.title, language) : name;
  };
}
