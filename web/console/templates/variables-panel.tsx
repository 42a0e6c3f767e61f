import { Box, Button, Group, Text, Title, Tooltip } from "@mantine/core";
import type { TemplateVariable } from "../../api/schema.d.ts";
import { type Language, useLanguage, useWords } from "../words/language.tsx";
import { editorWords } from "./editor-words.ts";
import type { Insertion } from "./use-insertion.ts";

type Props = { variables: TemplateVariable[]; insertion: Insertion };

/** The declared variables as buttons that write themselves where the cursor stands. */
export function VariablesPanel({ variables, insertion }: Props) {
  const words = useWords(editorWords);
  return (
    <Box component="section" aria-label={words.variables}>
      <Title order={2} size="h5">
        {words.variables}
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        {words.variablesHelp}
      </Text>
      <Group gap={6}>
        {variables.map((variable) => (
          <VariableButton key={variable.name} variable={variable} insertion={insertion} />
        ))}
      </Group>
    </Box>
  );
}

function VariableButton({ variable, insertion }: { variable: TemplateVariable; insertion: Insertion }) {
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const { name, required } = variable;
  return (
    <Tooltip
      label={explanation(variable, language)}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: false }}
    >
      <Button
        size="compact-xs"
        variant="default"
        ff="monospace"
        fw={400}
        aria-label={words.insert(name)}
        onMouseDown={keepWriting}
        onClick={() => insertion.insert(`{{${name}}}`)}
      >
        {required ? `${name} *` : name}
      </Button>
    </Tooltip>
  );
}

/** The cursor stays in the text: neither the focus moves here, nor does the canvas take the press for an end. */
function keepWriting(event: React.MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

function explanation({ type, description, sample }: TemplateVariable, language: Language): string {
  const said = typeof sample === "object" && "en" in sample ? sample[language] : sample;
  const example = Array.isArray(said) ? said.join(", ") : said;
  return [description, `${type}: ${example}`].filter(Boolean).join("\n");
}
