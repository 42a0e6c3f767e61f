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

/** One person: the facts on the left, everything that happened on the right. */
export function ContactRoom({ id }: { id: string }) {
  const words = useWords(contactWords);
  const contact = useQuery(contactById(id));
  const status = problemOf(contact.error)?.status;
  if (status === 404 || status === 400) return <NotFound />;
  return (
    <>
      <Anchor component={Link} href="/contacts" size="sm" display="inline-flex" mb={4}>
        <Icon name="back" /> {words.back}
      </Anchor>
      {contact.error && !contact.data && <Failure error={contact.error} onRetry={() => void contact.refetch()} />}
      {contact.isPending && <Skeleton height={420} />}
      {contact.data && (
        <>
          <RoomHeader title={contact.data.name || words.unnamed} intro={contact.data.email} />
          <Box className="contact-columns">
            <ContactFacts contact={contact.data} />
            <ContactTimeline id={id} />
          </Box>
        </>
      )}
    </>
  );
}
