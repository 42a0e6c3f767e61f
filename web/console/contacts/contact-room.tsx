import { Anchor, Box, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { contactById } from "../data/contacts.ts";
import { problemOf } from "../data/request-problem.ts";
import { Icon } from "../look/icon.tsx";
import { RoomHeader } from "../look/room-header.tsx";
import { Failure } from "../shell/failure.tsx";
import { NotFound } from "../shell/not-found.tsx";
import { useWords } from "../words/language.tsx";
import { ContactFacts } from "./contact-facts.tsx";
import "./contact-room.css";
import { ContactTimeline } from "./contact-timeline.tsx";
import { contactWords } from "./contact-words.ts";
import { ErasedContact } from "./erased-contact.tsx";
import { PersonData } from "./person-data.tsx";

/** One person: the facts on the left, everything that happened on the right. */
export function ContactRoom({ id }: { id: string }) {
  const words = useWords(contactWords);
  const contact = useQuery(contactById(id));
  const status = problemOf(contact.error)?.status;
  if (status === 400) return <NotFound />;
  return (
    <>
      <Anchor component={Link} href="/contacts" size="sm" display="inline-flex" mb={4}>
        <Icon name="back" /> {words.back}
      </Anchor>
      {status === 404 && <ErasedContact id={id} />}
      {contact.error && status !== 404 && !contact.data && (
        <Failure error={contact.error} onRetry={() => void contact.refetch()} />
      )}
      {contact.isPending && <Skeleton height={420} />}
      {contact.data && status !== 404 && (
        <>
          <RoomHeader title={contact.data.name || words.unnamed} intro={contact.data.email} />
          <Box className="contact-columns">
            <Box>
              <ContactFacts contact={contact.data} />
              <PersonData contact={contact.data} />
            </Box>
            <ContactTimeline id={id} />
          </Box>
        </>
      )}
    </>
  );
}
