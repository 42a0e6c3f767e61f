import { Box, Button, NavLink, Stack, Text } from "@mantine/core";
import { Link, useLocation } from "wouter";
import { Icon, type IconName } from "../look/icon.tsx";
import { useWords } from "../words/language.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { useStaff } from "./session-gate.tsx";
import { shellWords } from "./shell-words.ts";

const rooms: {
  path: string;
  label: "home" | "templates" | "contacts" | "sending" | "costs" | "rewards" | "form";
  icon: IconName;
}[] = [
  { path: "/", label: "home", icon: "home" },
  { path: "/templates", label: "templates", icon: "mail" },
  { path: "/contacts", label: "contacts", icon: "people" },
  { path: "/sending", label: "sending", icon: "send" },
  { path: "/costs", label: "costs", icon: "coin" },
  { path: "/rewards", label: "rewards", icon: "gift" },
  { path: "/form", label: "form", icon: "braces" },
];

export function ConsoleMenu({ onNavigate }: { onNavigate: () => void }) {
  const words = useWords(shellWords);
  const [location] = useLocation();
  return (
    <Stack justify="space-between" h="100%">
      <Box>
        {rooms.map(({ path, label, icon }) => (
          <NavLink
            key={path}
            component={Link}
            href={path}
            label={words[label]}
            leftSection={<Icon name={icon} />}
            active={isHere(path, location)}
            aria-current={isHere(path, location) ? "page" : undefined}
            onClick={onNavigate}
          />
        ))}
      </Box>
      <SignedIn />
    </Stack>
  );
}

function SignedIn() {
  const words = useWords(shellWords);
  const { email, role } = useStaff();
  return (
    <Stack gap="xs" p="xs">
      <Box>
        <Text size="sm" truncate title={email}>
          {email}
        </Text>
        <Text size="xs" c="dimmed">
          {words.role[role]}
        </Text>
      </Box>
      <LanguageMenu />
      <form method="post" action="/sign-out">
        <Button type="submit" variant="default" size="xs" fullWidth leftSection={<Icon name="out" size={16} />}>
          {words.signOut}
        </Button>
      </form>
    </Stack>
  );
}

function isHere(path: string, location: string): boolean {
  return path === "/" ? location === "/" : location.startsWith(path);
}
