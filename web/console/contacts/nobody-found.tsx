import { Button, EmptyState } from "@mantine/core";
import { Icon } from "../look/icon.tsx";
import { useWords } from "../words/language.tsx";
import { contactsWords } from "./contacts-words.ts";

export function NobodyFound({ searched }: { searched: boolean }) {
  const words = useWords(contactsWords);
  return (
    <EmptyState
      mt="10vh"
      icon={<Icon name={searched ? "search" : "people"} size={40} />}
      title={searched ? words.noneTitle : words.emptyTitle}
      description={searched ? words.noneText : words.emptyText}
    >
      {!searched && (
        <Button component="a" href="/" variant="default">
          {words.openLanding}
        </Button>
      )}
    </EmptyState>
  );
}
