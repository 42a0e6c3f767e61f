/** Where a mailbox is read in the browser. */
export interface InboxLink {
  name: string;
  url: string;
}

const gmail = { name: "Gmail", url: "https://mail.google.com/mail/u/0/#inbox" };
const outlook = { name: "Outlook", url: "https://outlook.live.com/mail/0/inbox" };
const yahoo = { name: "Yahoo Mail", url: "https://mail.yahoo.com/" };
const icloud = { name: "iCloud Mail", url: "https://www.icloud.com/mail" };

const byDomain: Record<string, InboxLink> = {
  "gmail.com": gmail,
  "googlemail.com": gmail,
  "outlook.com": outlook,
  "hotmail.com": outlook,
  "live.com": outlook,
  "yahoo.com": yahoo,
  "icloud.com": icloud,
  "me.com": icloud,
  "gmx.de": { name: "GMX", url: "https://www.gmx.net/" },
  "gmx.net": { name: "GMX", url: "https://www.gmx.net/" },
  "web.de": { name: "WEB.DE", url: "https://web.de/" },
  "proton.me": { name: "Proton Mail", url: "https://mail.proton.me/" },
  "qq.com": { name: "QQ 邮箱", url: "https://mail.qq.com/" },
  "foxmail.com": { name: "QQ 邮箱", url: "https://mail.qq.com/" },
  "163.com": { name: "网易邮箱", url: "https://mail.163.com/" },
  "126.com": { name: "网易邮箱", url: "https://mail.126.com/" },
  "sina.com": { name: "新浪邮箱", url: "https://mail.sina.com.cn/" },
};

/** The web mailbox of an address with a large provider: one press less between the form and the confirmation. */
export function inboxLink(email: string): InboxLink | undefined {
  const domain = email
    .slice(email.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
  return Object.hasOwn(byDomain, domain) ? byDomain[domain] : undefined;
}
