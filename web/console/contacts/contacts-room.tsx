import { Button, Group, Paper, Skeleton, Stack, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { contactList } from "../data/contacts.ts";
import { Icon } from "../look/icon.tsx";
import { RoomHeader } from "../look/room-header.tsx";
import { Failure } from "../shell/failure.tsx";
import { useWords } from "../words/language.tsx";
import { ContactTable } from "./contact-table.tsx";
import { contactsWords } from "./contacts-words.ts";
import { NobodyFound } from "./nobody-found.tsx";

export function ContactsRoom() {
  const words = useWords(contactsWords);
  const [search] = useSearchParams();
  const email = search.get("email") ?? "";
  return (
    <>
      <RoomHeader title={words.title} intro={words.intro}>
        <Search key={email} email={email} />
      </RoomHeader>
      <Found email={email} />
    </>
  );
}

function Search({ email }: { email: string }) {
  const words = useWords(contactsWords);
  const [, go] = useLocation();
  const [wanted, setWanted] = useState(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(wanted.trim() ? `/contacts?email=${encodeURIComponent(wanted.trim())}` : "/contacts");
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs">
        <TextInput
          aria-label={words.find}
          placeholder={words.find}
          type="email"
          miw={{ base: 200, xs: 240 }}
          flex={1}
          leftSection={<Icon name="search" size={16} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {words.search}
        </Button>
        {email && (
          <Button variant="subtle" onClick={() => go("/contacts")}>
            {words.clear}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Found({ email }: { email: string }) {
  const words = useWords(contactsWords);
  const list = useInfiniteQuery(contactList(email));
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Rows />;
  const contacts = list.data.pages.flatMap(({ items }) => items);
  if (contacts.length === 0) return <NobodyFound searched={email !== ""} />;
  return (
    <Paper withBorder>
      <ContactTable contacts={contacts} />
      {list.hasNextPage && (
        <Group justify="center" p="sm">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {words.more}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

function Rows() {
  return (
    <Stack gap="xs" aria-hidden="true">
      {["a", "b", "c", "d", "e", "f"].map((row) => (
        <Skeleton key={row} height={44} />
      ))}
    </Stack>
  );
}
