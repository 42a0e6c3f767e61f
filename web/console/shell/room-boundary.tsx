import { Button, EmptyState, Title } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { Icon } from "../look/icon.tsx";
import { useWords } from "../words/language.tsx";
import { shellWords } from "./shell-words.ts";

type State = { broken: boolean };

/** A fault in one room leaves the menu standing, so that a person is never locked in. */
export class RoomBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const words = useWords(shellWords);
  return (
    <EmptyState
      mt="15vh"
      role="alert"
      icon={<Icon name="warn" size={40} />}
      title={
        <Title order={1} size="h3">
          {words.brokenTitle}
        </Title>
      }
      description={words.brokenText}
    >
      <Button onClick={() => location.reload()}>{words.reload}</Button>
    </EmptyState>
  );
}
