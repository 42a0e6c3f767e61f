import { Box, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { TemplateLocale, TemplateSource } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import { lineDifferences } from "./line-differences.ts";
import { localesOf } from "./template-locale.ts";
import { type TextPart, textParts } from "./text-parts.ts";

type Props = { mine: TemplateSource; theirs: TemplateSource; theirsTitle: string };

/** Every part in which two drafts differ, side by side with the differing lines marked. */
export function Differences({ mine, theirs, theirsTitle }: Props) {
  const words = useWords(editorWords);
  const places = differingPlaces(mine, theirs);
  return (
    <Stack gap="sm">
      {places.length === 0 && <Text>{words.same}</Text>}
      {places.map(({ locale, part, name, own, other }) => (
        <Box key={`${locale} ${part} ${name}`}>
          <Title order={3} size="h5">
            {[words.localeNames[locale] ?? locale, words.fields[part], name].filter(Boolean).join(" · ")}
          </Title>
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Side title={words.mine} text={own} other={other} />
            <Side title={theirsTitle} text={other} other={own} />
          </SimpleGrid>
        </Box>
      ))}
    </Stack>
  );
}

function Side({ title, text, other }: { title: string; text: string; other: string }) {
  const lines = lineDifferences(text, other);
  return (
    <Box miw={0}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre className="compared" tabIndex={0}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other identity
          <Line key={at} text={line.text} differs={line.differs} />
        ))}
      </pre>
    </Box>
  );
}

function Line({ text, differs }: { text: string; differs: boolean }) {
  return differs ? <mark>{`${text}\n`}</mark> : `${text}\n`;
}

type Place = Omit<TextPart, "text"> & { locale: TemplateLocale; own: string; other: string };

function differingPlaces(mine: TemplateSource, theirs: TemplateSource): Place[] {
  const locales = [...new Set([...localesOf(mine), ...localesOf(theirs)])];
  return locales.flatMap((locale) => {
    const [own, other] = [textParts(mine.locales[locale]), textParts(theirs.locales[locale])];
    const isThere =
      ({ part, name }: TextPart) =>
      (each: TextPart) =>
        each.part === part && each.name === name;
    const onlyTheirs = other.filter((each) => !own.some(isThere(each)));
    return [...own, ...onlyTheirs]
      .map(({ part, name }) => {
        const textIn = (parts: TextPart[]) =>
          parts.find((each) => each.part === part && each.name === name)?.text ?? "";
        return { locale, part, name, own: textIn(own), other: textIn(other) };
      })
      .filter((place) => place.own !== place.other);
  });
}
