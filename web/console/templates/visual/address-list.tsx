import type { TemplateVariable } from "../../../api/schema.d.ts";

/** The addresses that a template declares, offered while somebody writes one. */
export function AddressList({ id, variables }: { id: string; variables: TemplateVariable[] }) {
  return (
    <datalist id={id}>
      {variables
        .filter(({ type }) => type === "url")
        .map(({ name }) => (
          <option key={name} value={`{{${name}}}`} />
        ))}
    </datalist>
  );
}
