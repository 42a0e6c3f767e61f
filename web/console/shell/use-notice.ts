import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useWords } from "../words/language.tsx";
import { shellWords } from "./shell-words.ts";

type Notice = { title: string; text?: string; bad?: boolean };

/** Tells in a corner what has just been done, or why it was not. */
export function useNotice(): (notice: Notice) => void {
  const { close } = useWords(shellWords);
  return useCallback(
    ({ title, text = "", bad = false }) => {
      const closeButtonProps = { "aria-label": close };
      notifications.show({ title, message: text, closeButtonProps, ...(bad && { color: "red" }) });
    },
    [close],
  );
}
