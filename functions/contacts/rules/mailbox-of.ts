const GMAIL = new Set(["gmail.com", "googlemail.com"]);

/** The mailbox that an address reaches, in one form: without case, without a +tag, at Gmail without dots and its older name. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const [name = ""] = address.slice(0, at).trim().toLowerCase().split("+");
  return GMAIL.has(domain) ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
}
