import { Button, EmptyState, Title } from "@mantine/core";
import { Link } from "wouter";
import { Icon } from "../look/icon.tsx";
import { useWords } from "../words/language.tsx";
import { shellWords } from "./shell-words.ts";

export function NotFound() {
  const words = useWords(shellWords);
  return (
    <EmptyState
      mt="15vh"
      icon={<Icon name="search" size={40} />}
      title={
        <Title order={1} size="h3">
          {words.notFoundTitle}
        </Title>
      }
      description={words.notFoundText}
    >
      <Button component={Link} href="/" variant="default">
        {words.toHome}
      </Button>
    </EmptyState>
  );
}
