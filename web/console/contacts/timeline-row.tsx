import { Box, Text } from "@mantine/core";
import type { TimelineItem } from "../../api/schema.d.ts";
import { Icon } from "../look/icon.tsx";
import { useTemplateTitle } from "../templates/use-template-title.ts";
import { useLanguage, useWords } from "../words/language.tsx";
import { useWhen } from "../words/when.ts";
import { contactWords } from "./contact-words.ts";
import { iconFor, saidPlainly, titled } from "./said-plainly.ts";
import { timelineWords } from "./timeline-words.ts";

export function TimelineRow({ item }: { item: TimelineItem }) {
  const words = useWords(contactWords);
  const said = useWords(timelineWords);
  const { language } = useLanguage();
  const when = useWhen();
  const titleOf = useTemplateTitle();
  return (
    <li className="timeline-row">
      <span className="timeline-sign">
        <Icon name={iconFor(item)} size={18} />
      </span>
      <Box miw={0}>
        <Text className="timeline-said">{saidPlainly(titled(item, titleOf), said, language)}</Text>
        <Text size="xs" c="dimmed" component="time" dateTime={item.at}>
          {when.full(item.at)}
        </Text>
        {Object.keys(item.data).length > 0 && (
          <details>
            <summary>{words.details}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
            <pre tabIndex={0}>{JSON.stringify(item.data, null, 2)}</pre>
          </details>
        )}
      </Box>
    </li>
  );
}
