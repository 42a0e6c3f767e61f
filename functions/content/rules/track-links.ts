/** Where a link leads: to an address fixed in the template, or to what a variable of the type url says. */
export type LinkTarget = { url: string } | { of: string };

/** The links of one published mail by their ids; ids are never given to another target. */
export type LinkTable = Readonly<Record<string, LinkTarget>>;

/** What such a link reads in the mail: the same two values in every link of a copy, and its own id between them. */
const addressOf = (id: string) => `{{urls.tracked}}/${id}/{{urls.trackedToken}}`;

/** Pages of ours whose links grant something: they are left as they are, and no third place may lead through itself to them. */
const OWN = /^\{\{\s*(urls\.(unsubscribe|preferences)|links\.(confirm|signIn))\s*\}\}$/;

const LINK = /(<a\b[^>]*?\shref=")([^"]*)"/g;

/** Leads every outer link of compiled HTML through us, each under an id of its own; mail and telephone stay as they are. */
export function trackLinks(html: string): { html: string; links: LinkTable } {
  const links: Record<string, LinkTarget> = {};
  const tracked = html.replace(LINK, (tag: string, before: string, href: string) => {
    // SES takes this attribute for a wish not to be led through its own redirect either.
    if (OWN.test(href)) return tag.replace("<a", "<a ses:no-track");
    const target = targetOf(href);
    if (!target) return tag;
    const id = `k${Object.keys(links).length + 1}`;
    links[id] = target;
    return `${before}${addressOf(id)}"`;
  });
  return { html: tracked, links };
}

function targetOf(href: string): LinkTarget | undefined {
  const of = /^\{\{\s*([A-Za-z0-9.]+)\s*\}\}$/.exec(href)?.[1];
  if (of) return { of };
  const url = /^https?:/i.test(href) ? URL.parse(plain(href)) : null;
  return url ? { url: url.href } : undefined;
}

/** An address as it is outside of HTML. */
function plain(attribute: string): string {
  return attribute
    .replace(/&#x3D;/gi, "=")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
