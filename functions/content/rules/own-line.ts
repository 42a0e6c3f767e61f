/** The text of one line, shortened for a message. */
export function ownLine(source: string, line: number): string {
  const text = source.split("\n")[line - 1]?.trim() ?? "";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
