import { Button, Code, CopyButton, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { formText } from "../../form/form-text.ts";
import { scriptText } from "../../form/script-text.ts";
import { type FormOptions, signUpForm } from "../../form/sign-up-form.ts";
import { RoomHeader } from "../look/room-header.tsx";
import { useStaff } from "../shell/session-gate.tsx";
import { languages, useLanguage, useWords } from "../words/language.tsx";
import { formRoomWords } from "./form-room-words.ts";

const OFFER = /^[a-z0-9-]{1,60}$/;

/** The sign-up form for other sites, in two ways to copy. */
export function FormRoom() {
  const words = useWords(formRoomWords);
  const { brandName } = useStaff();
  const [locale, setLocale] = useState(useLanguage().language);
  const [offer, setOffer] = useState("");
  const named = OFFER.test(offer) ? { offer } : {};
  const options: FormOptions = { origin: location.origin, brand: brandName[locale], locale, ...named };
  return (
    <>
      <RoomHeader title={words.title} intro={words.intro} />
      <Group align="start" mb="lg">
        <TextInput
          label={words.offer}
          description={words.offerText}
          placeholder="free-lessons"
          value={offer}
          error={offer !== "" && !OFFER.test(offer) && words.offerWrong}
          onChange={(event) => setOffer(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.language}
          description={words.languageText}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={locale}
          onChange={(event) => setLocale(event.currentTarget.value === "zh-CN" ? "zh-CN" : "en")}
        />
      </Group>
      <Stack>
        <Snippet id="script" title={words.script} text={words.scriptText} code={scriptText(options)} />
        <Snippet id="plain" title={words.plain} text={words.plainText} code={formText(signUpForm(options))} />
      </Stack>
    </>
  );
}

function Snippet({ id, title, text, code }: { id: string; title: string; text: string; code: string }) {
  const words = useWords(formRoomWords);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" miw={96} onClick={copy} aria-describedby={id}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed" mt={4} mb="sm" maw={720}>
        {text}
      </Text>
      <Code block className="snippet">
        {code}
      </Code>
    </Paper>
  );
}
