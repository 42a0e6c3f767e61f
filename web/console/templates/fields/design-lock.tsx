import { Alert, Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Template } from "../../../api/schema.d.ts";
import { mayLock } from "../../data/session.ts";
import { lockTemplate, templateByName } from "../../data/templates.ts";
import { useProblemText } from "../../shell/failure.tsx";
import { useStaff } from "../../shell/session-gate.tsx";
import { useWords } from "../../words/language.tsx";
import { useWhen } from "../../words/when.ts";
import { fieldsWords } from "./fields-words.ts";

/** Whether only the fields may be changed, who said so, and for administrators the way to say otherwise. */
export function DesignLock({ template, hasFields }: { template: Template; hasFields: boolean }) {
  const words = useWords(fieldsWords);
  const when = useWhen();
  const admin = mayLock(useStaff().role);
  const lock = useDesignLock(template);
  const change = useLocking(template.name);
  const explain = useProblemText();
  const failure = change.error && (
    <Text size="sm" role="alert" className="bad">
      {explain(change.error)}
    </Text>
  );
  if (lock) {
    return (
      <Alert>
        <Group gap="sm">
          {words.locked(lock.by, when.ago(lock.at))}
          {admin && (
            <Button size="compact-sm" variant="default" loading={change.isPending} onClick={() => change.mutate(false)}>
              {words.unlock}
            </Button>
          )}
        </Group>
        {failure}
      </Alert>
    );
  }
  if (!admin || !hasFields) return null;
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" loading={change.isPending} onClick={() => change.mutate(true)}>
        {words.lock}
      </Button>
      <Text size="xs" c="dimmed">
        {words.lockHelp}
      </Text>
      {failure}
    </Group>
  );
}

/** Who locked the design, as far as this browser knows. */
export function useDesignLock(template: Template): Template["lock"] {
  return (useQuery(templateByName(template.name)).data ?? template).lock;
}

function useLocking(name: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (locked: boolean) => lockTemplate(name, locked),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["templates", name] }),
  });
}
