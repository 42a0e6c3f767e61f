import { Box, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { TemplateLocale, TemplateSource, TemplateText } from "../../api/schema.d.ts";
import { useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import { lineDifferences } from "./line-differences.ts";
import { localesOf } from "./template-locale.ts";

type Props = { mine: TemplateSource; theirs: TemplateSource; theirsTitle: string };
type Field = keyof TemplateText;

const fields: Field[] = ["subject", "preheader", "body"];

/** Every part in which two drafts differ, side by side with the differing lines marked. */
export function Differences({ mine, theirs, theirsTitle }: Props) {
  const words = useWords(editorWords);
  const places = differingPlaces(mine, theirs);
  return (
    <Stack gap="sm">
      {places.length === 0 && <Text>{words.same}</Text>}
      {places.map(({ locale, field }) => {
        const own = mine.locales[locale]?.[field] ?? "";
        const other = theirs.locales[locale]?.[field] ?? "";
        return (
          <Box key={`${locale} ${field}`}>
            <Title order={3} size="h5">
              {words.localeNames[locale] ?? locale} · {words.fields[field]}
            </Title>
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <Side title={words.mine} text={own} other={other} />
              <Side title={theirsTitle} text={other} other={own} />
            </SimpleGrid>
          </Box>
        );
      })}
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

function differingPlaces(mine: TemplateSource, theirs: TemplateSource): { locale: TemplateLocale; field: Field }[] {
  const locales = [...new Set([...localesOf(mine), ...localesOf(theirs)])];
  return locales.flatMap((locale) =>
    fields
      .filter((field) => mine.locales[locale]?.[field] !== theirs.locales[locale]?.[field])
      .map((field) => ({ locale, field })),
  );
}
