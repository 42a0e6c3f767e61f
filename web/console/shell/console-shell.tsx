import { AppShell, Burger, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useLanguage, useWords } from "../words/language.tsx";
import { ConsoleMenu } from "./console-menu.tsx";
import { SchemeToggle } from "./scheme-toggle.tsx";
import { useStaff } from "./session-gate.tsx";
import { shellWords } from "./shell-words.ts";

/** The frame around every room: brand, menu, and a way for the keyboard to skip both. */
export function ConsoleShell({ children }: { children: ReactNode }) {
  const words = useWords(shellWords);
  const { brandName } = useStaff();
  const { language } = useLanguage();
  const [menuOpen, menu] = useDisclosure(false);
  return (
    <AppShell
      padding={{ base: "sm", sm: "lg" }}
      header={{ height: 52 }}
      navbar={{ width: 208, breakpoint: "sm", collapsed: { mobile: !menuOpen } }}
    >
      <a className="skip-link" href="#content">
        {words.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={menuOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={words.menu} />
            <Text fw={650} truncate>
              {brandName[language]}
            </Text>
            <Text c="dimmed" visibleFrom="xs">
              {words.console}
            </Text>
          </Group>
          <SchemeToggle />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <ConsoleMenu onNavigate={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="room">{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}
