import { Button, Center, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { Icon } from "../look/icon.tsx";
import { useWords } from "../words/language.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { shellWords } from "./shell-words.ts";

/** What stands where the console would be: no form of its own, sign-in is one page for everybody. */
export function SignInNotice({ signedIn }: { signedIn: boolean }) {
  const words = useWords(shellWords);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" radius="lg" maw={440}>
        <Stack gap="md">
          <Icon name={signedIn ? "stop" : "mail"} size={32} />
          <Title order={1} size="h2">
            {signedIn ? words.notStaffTitle : words.signInTitle}
          </Title>
          <Text>{signedIn ? words.notStaffText : words.signInText}</Text>
          {!signedIn && (
            <Text size="sm" c="dimmed">
              {words.signInKept}
            </Text>
          )}
          <Group justify="space-between">
            <Button component="a" href={signedIn ? "/me" : "/sign-in"} leftSection={<Icon name="mail" />}>
              {signedIn ? words.ownPage : words.signIn}
            </Button>
            <LanguageMenu />
          </Group>
        </Stack>
      </Paper>
    </Center>
  );
}
