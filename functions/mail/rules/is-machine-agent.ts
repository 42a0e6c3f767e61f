/** Proxies that load a mail's images whether or not somebody reads it, and hide those who do. */
const IMAGE_PROXIES = ["googleimageproxy", "yahoomailproxy", "duckduckgo", "mailproxy"];

/** What mail is scanned by on its way: gateways of firms, and the previews of chats and search engines. */
const SCANNERS = [
  ...["barracuda", "proofpoint", "mimecast", "messagelabs", "symantec", "fireeye", "trellix", "trendmicro"],
  ...["trend micro", "ironport", "fortimail", "fortigate", "sophos", "forcepoint", "mcafee", "kaspersky", "avanan"],
  ...["vade", "hornetsecurity", "safelinks", "ms-office", "microsoft office existence discovery", "bingpreview"],
  ...["facebookexternalhit", "whatsapp", "telegram", "slack", "discord", "skypeuripreview", "virustotal"],
];

/** Programs that nobody reads mail with. */
const TOOLS =
  /\b(curl|wget|python|go-http-client|okhttp|java|libwww|axios|node-fetch|headless\w*|phantomjs)\b|bot\b|crawl|spider|scanner|prefetch/;

/** Whether a user agent is that of a machine. One that says nothing is: Apple's privacy proxy calls itself "Mozilla/5.0" alone. */
export function isMachineAgent(userAgent: string | null | undefined): boolean {
  const agent = (userAgent ?? "").trim().toLowerCase();
  if (/^(mozilla\/[\d.]+)?$/.test(agent)) return true;
  return [...IMAGE_PROXIES, ...SCANNERS].some((name) => agent.includes(name)) || TOOLS.test(agent);
}
