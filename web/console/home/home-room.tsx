import { SimpleGrid } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { contactList } from "../data/contacts.ts";
import { RoomHeader } from "../look/room-header.tsx";
import { useWords } from "../words/language.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { homeWords } from "./home-words.ts";
import { NewestContacts } from "./newest-contacts.tsx";
import { WaitingDrafts } from "./waiting-drafts.tsx";

/** The first screen answers one question: what should I do next? */
export function HomeRoom() {
  const words = useWords(homeWords);
  const contacts = useInfiniteQuery(contactList("")).data?.pages[0]?.items;
  return (
    <>
      <RoomHeader title={words.title} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <WaitingDrafts />
        {contacts && contacts.length > 0 && <NewestContacts contacts={contacts.slice(0, 6)} />}
        {contacts && contacts.length < 3 && <FirstSteps />}
      </SimpleGrid>
    </>
  );
}
