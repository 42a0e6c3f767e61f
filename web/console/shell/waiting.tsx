import { Center, Loader, VisuallyHidden } from "@mantine/core";
import { useWords } from "../words/language.tsx";
import { shellWords } from "./shell-words.ts";

export function Waiting() {
  const words = useWords(shellWords);
  return (
    <Center mih="40vh" role="status">
      <Loader size="sm" aria-hidden="true" />
      <VisuallyHidden>{words.waiting}</VisuallyHidden>
    </Center>
  );
}
