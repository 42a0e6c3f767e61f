/** What the bytes of a mail are spent on, in whole kilobytes. */
export interface HtmlWeight {
  kilobytes: number;
  /** Style sheets and style attributes. */
  styles: number;
  /** Where links lead and pictures lie. */
  addresses: number;
  /** What only Outlook reads. */
  outlook: number;
  /** What people read. */
  words: number;
  /** Tags, tables and whatever is left. */
  tags: number;
}

/** Says where the bytes of a finished HTML come from. */
export function weighHtml(html: string): HtmlWeight {
  const all = Buffer.byteLength(html);
  const outlook = bytesOf(html, /<!--\[if[\s\S]*?endif\]-->/g);
  const rest = html.replace(/<!--\[if[\s\S]*?endif\]-->/g, "");
  const styles = bytesOf(rest, /<style[\s\S]*?<\/style>|\sstyle="[^"]*"/g);
  const addresses = bytesOf(rest, /\s(?:href|src|background)="[^"]*"/g);
  const body = rest.replace(/<style[\s\S]*?<\/style>|<head[\s\S]*?<\/head>/g, "");
  const words = Buffer.byteLength(body.replace(/<[^<>]*>/g, "").replace(/\s+/g, " "));
  const tags = Math.max(0, all - outlook - styles - addresses - words);
  const [inKb = 0, ...shares] = [all, styles, addresses, outlook, words, tags].map((bytes) => Math.ceil(bytes / 1024));
  const [ofStyles = 0, ofAddresses = 0, ofOutlook = 0, ofWords = 0, ofTags = 0] = shares;
  return {
    kilobytes: inKb,
    styles: ofStyles,
    addresses: ofAddresses,
    outlook: ofOutlook,
    words: ofWords,
    tags: ofTags,
  };
}

function bytesOf(html: string, pattern: RegExp): number {
  return [...html.matchAll(pattern)].reduce((sum, [found]) => sum + Buffer.byteLength(found), 0);
}
