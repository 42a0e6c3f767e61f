import type { Locale } from "../../contacts/rules/contact.ts";
import { words } from "../words.ts";

/** A plain link that opens an app of the member's with the message ready; nothing of theirs runs on our pages. */
export interface ShareWay {
  label: string;
  href: string;
}

type Way = "email" | "whatsapp" | "telegram" | "x" | "weibo" | "line";

interface Message {
  subject: string;
  text: string;
  link: string;
}

// What people use differs by language; WeChat has no such link, the QR code serves it.
const ways: Record<Locale, Way[]> = {
  en: ["email", "whatsapp", "telegram", "x"],
  "zh-CN": ["weibo", "email", "whatsapp", "line"],
};

const hrefs: Record<Way, (message: Message) => string> = {
  // RFC 6068 wants %20 for a space, not the plus sign of forms.
  email: ({ subject, text, link }) => `mailto:?subject=${enc(subject)}&body=${enc(`${text}\r\n\r\n${link}`)}`,
  whatsapp: ({ text, link }) => `https://wa.me/?text=${enc(`${text} ${link}`)}`,
  telegram: ({ text, link }) => `https://t.me/share/url?url=${enc(link)}&text=${enc(text)}`,
  x: ({ text, link }) => `https://x.com/intent/post?text=${enc(text)}&url=${enc(link)}`,
  weibo: ({ text, link }) => `https://service.weibo.com/share/share.php?url=${enc(link)}&title=${enc(text)}`,
  line: ({ text, link }) => `https://line.me/R/share?text=${enc(`${text} ${link}`)}`,
};

/** The ways in which a member may pass the link on. */
export function shareWays(link: string, brandName: string, locale: Locale): ShareWay[] {
  const text = words(locale, "share.text", { brand: brandName });
  const message = { subject: words(locale, "share.subject"), text, link };
  return ways[locale].map((way) => ({ label: words(locale, `share.${way}`), href: hrefs[way](message) }));
}

function enc(text: string): string {
  return encodeURIComponent(text);
}
