import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { listRows } from "./list-rows.ts";
import type { ChosenList } from "./read-file.ts";
import type { ListWork } from "./run-import.ts";

/** Works on a whole list call by call, with its progress; leaving the room stops it after the call that is under way. */
export function useListWork<Result>(work: (asked: ListWork) => Promise<Result>) {
  const [done, setDone] = useState(0);
  const leaving = useRef<AbortController>(null);
  const queries = useQueryClient();
  useEffect(() => () => leaving.current?.abort(), []);
  const run = useMutation({
    mutationFn: ({ name, records, columns }: ChosenList) => {
      leaving.current?.abort();
      leaving.current = new AbortController();
      setDone(0);
      const { signal } = leaving.current;
      const rows = listRows(records, columns);
      return work({ fileName: name, rows, otherwise: columns.otherwise, signal, onProgress: setDone });
    },
    onSettled: () =>
      Promise.all(["suppressions", "contacts"].map((first) => queries.invalidateQueries({ queryKey: [first] }))),
  });
  return { ...run, done };
}
