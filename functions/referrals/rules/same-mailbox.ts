const GMAIL = new Set(["gmail.com", "googlemail.com"]);

/** Whether two addresses reach the same mailbox: by case, by a +tag, and at Gmail by dots and its older name. */
export function sameMailbox(one: string, other: string): boolean {
  return mailbox(one) === mailbox(other);
}

function mailbox(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const [name = ""] = address.slice(0, at).trim().toLowerCase().split("+");
  return GMAIL.has(domain) ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
}
