import { Button, EmptyState, Group, Paper, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { TemplateSummary } from "../../api/schema.d.ts";
import { mayEdit } from "../data/session.ts";
import { templateList } from "../data/templates.ts";
import { Icon } from "../look/icon.tsx";
import { RoomHeader } from "../look/room-header.tsx";
import { Failure } from "../shell/failure.tsx";
import { useStaff } from "../shell/session-gate.tsx";
import { useWords } from "../words/language.tsx";
import { importWords } from "./import-words.ts";
import { TemplateTable } from "./template-table.tsx";
import { templatesWords } from "./templates-words.ts";

export function TemplatesRoom() {
  const words = useWords(templatesWords);
  const [wanted, setWanted] = useState("");
  const list = useQuery(templateList);
  const editable = mayEdit(useStaff().role);
  return (
    <>
      <RoomHeader title={words.title} intro={words.intro}>
        <Group gap="xs">
          <TextInput
            aria-label={words.find}
            placeholder={words.find}
            type="search"
            leftSection={<Icon name="search" size={16} />}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          {editable && <ImportLink />}
        </Group>
      </RoomHeader>
      {list.error && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Found templates={list.data} wanted={wanted} />
      )}
    </>
  );
}

function Found({ templates, wanted }: { templates: TemplateSummary[] | undefined; wanted: string }) {
  const words = useWords(templatesWords);
  if (!templates) return <Rows />;
  if (templates.length === 0) return <NoTemplates />;
  const shown = templates.filter((template) => matches(template, wanted));
  if (shown.length === 0) return <Text c="dimmed">{words.noneFound}</Text>;
  return (
    <Paper withBorder>
      <TemplateTable templates={shown} />
    </Paper>
  );
}

function ImportLink() {
  const words = useWords(importWords);
  return (
    <Button component={Link} href="/templates/new/import" variant="default">
      {words.open}
    </Button>
  );
}

function NoTemplates() {
  const words = useWords(templatesWords);
  return (
    <EmptyState
      mt="10vh"
      icon={<Icon name="mail" size={40} />}
      title={words.emptyTitle}
      description={words.emptyText}
    />
  );
}

function Rows() {
  return (
    <Stack gap="xs" aria-hidden="true">
      {["a", "b", "c", "d", "e", "f"].map((row) => (
        <Skeleton key={row} height={48} />
      ))}
    </Stack>
  );
}

/** Whoever remembers the other language's title finds the email too. */
function matches({ name, title }: TemplateSummary, wanted: string): boolean {
  const titles = typeof title === "string" ? [title] : Object.values(title);
  return [name, ...titles].join(" ").toLowerCase().includes(wanted.trim().toLowerCase());
}
