import { NativeSelect } from "@mantine/core";
import type { Template } from "../../api/schema.d.ts";
import { useLanguage, useWords } from "../words/language.tsx";
import { saidIn } from "../words/said-in.ts";
import { editorWords } from "./editor-words.ts";
import type { Draft } from "./use-draft.ts";

type Props = { draft: Draft; topics: Template["topics"]; editable: boolean };

/** What a marketing email is about: whoever has left that topic out does not get it. */
export function TopicChoice({ draft, topics, editable }: Props) {
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const { source, edit } = draft;
  const [first] = topics;
  if (source.kind !== "marketing" || !first) return null;
  const chosen = source.topic ?? first.name;
  const topic = topics.find(({ name }) => name === chosen);
  const known = topics.map(({ name, title }) => ({ value: name, label: saidIn(title, language) }));
  // A topic that the brand no longer has is shown, so that nobody changes it without knowing.
  const data = topic ? known : [{ value: chosen, label: chosen }, ...known];
  return (
    <NativeSelect
      label={words.topic}
      description={[topic?.about && saidIn(topic.about, language), words.topicHelp].filter(Boolean).join(" · ")}
      inputWrapperOrder={["label", "input", "error", "description"]}
      error={topic ? undefined : words.topicGone(chosen)}
      value={chosen}
      data={data}
      disabled={!editable}
      onChange={(event) => edit({ ...source, topic: event.currentTarget.value })}
    />
  );
}
