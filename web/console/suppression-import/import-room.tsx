import { Anchor, Box, Stack } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { Icon } from "../look/icon.tsx";
import { RoomHeader } from "../look/room-header.tsx";
import { useWords } from "../words/language.tsx";
import { CheckedList } from "./checked-list.tsx";
import { ColumnChoice } from "./column-choice.tsx";
import type { Columns } from "./columns.ts";
import { FileChoice } from "./file-choice.tsx";
import { importWords } from "./import-words.ts";
import { ListProgress } from "./list-progress.tsx";
import type { ChosenList } from "./read-file.ts";
import { checkList, takeList } from "./run-import.ts";
import { TakenList } from "./taken-list.tsx";
import { useListWork } from "./use-list-work.ts";

/** A suppression list of another sender: chosen, understood, tried, and taken over. */
export function SuppressionImportRoom() {
  const words = useWords(importWords);
  const [list, setList] = useState<ChosenList>();
  const check = useListWork(checkList);
  const take = useListWork(takeList);
  const choose = (chosen: ChosenList | undefined) => {
    setList(chosen);
    // What was tried is no longer what would be imported.
    check.reset();
    take.reset();
  };
  const change = (columns: Columns) => list && choose({ ...list, columns });
  const isBusy = check.isPending || take.isPending;
  return (
    <>
      <Anchor component={Link} href="/sending" size="sm" display="inline-flex" mb={4}>
        <Icon name="back" /> {words.back}
      </Anchor>
      <RoomHeader title={words.title} intro={words.intro} />
      <Stack maw={720} gap="lg">
        <FileChoice chosen={list} busy={isBusy} onChoose={choose} />
        {list && (
          <ColumnChoice
            list={list}
            busy={isBusy}
            checking={check.isPending}
            onChange={change}
            onCheck={() => check.mutate(list)}
          />
        )}
        <Box aria-live="polite">
          {list && (
            <ListProgress
              work={check}
              of={list.records.length}
              told={words.checking}
              onAgain={() => check.mutate(list)}
            />
          )}
          {list && check.data && !take.data && (
            <CheckedList list={list} tally={check.data} taking={take.isPending} onTake={() => take.mutate(list)} />
          )}
          {list && (
            <ListProgress work={take} of={list.records.length} told={words.taking} onAgain={() => take.mutate(list)} />
          )}
          {take.data && <TakenList standing={take.data} onAnother={() => choose(undefined)} />}
        </Box>
      </Stack>
    </>
  );
}
