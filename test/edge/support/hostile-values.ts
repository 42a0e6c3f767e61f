import type { Random } from "./random.ts";

/** Markup that must never stand in an answer as markup. */
export const MARKUP = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  "<svg/onload=x>",
];

const TEXTS = [
  ...MARKUP,
  "",
  " ",
  "null",
  "undefined",
  "[object Object]",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "{{constructor.constructor 'x'}}",
  "{{{frame}}}",
  "#{7*7}",
  "'; DROP TABLE contacts; --",
  "' OR 1=1 --",
  "#pk = :pk",
  "a\r\nSet-Cookie: evil=1\r\n\r\n<b>",
  "a\nBcc: victim@example.com",
  "a\u0000b",
  "\u0000",
  "\u0007\u001b[31m\u007f",
  "\u2028\u2029",
  "\ud800",
  "x\udc00y",
  "\u202eevil\u202c",
  "🏮 安娜 👩‍👩‍👧‍👦",
  "O'Neil & Søn",
  "مرحبا",
  "x".repeat(300),
  "é".repeat(1100),
  "../../etc/passwd",
  "..//evil.example",
  "//evil.example/",
  "/\\evil.example",
  "\t//evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "%00",
  "%zz",
  "%e0%a4%a",
  "con_0000000000aaaaaaaaaaaaaaaa",
  "adr#ana@example.com",
  "9".repeat(400),
  "-1",
  "1e9",
  "NaN",
  "Infinity",
  "2026-02-30T25:61:00Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:60+14:00",
  "eyJhbGciOiJub25lIn0.e30.",
];

const ADDRESSES = [
  "ana@example.com",
  "ANA@EXAMPLE.COM ",
  "a@пример.рф",
  "安娜@例子.中国",
  "a@xn--e1afmkfd.xn--p1ai",
  "a@b",
  "a@@example.com",
  "a@example.com,b@example.com",
  "a@example.com\r\nBcc: b@example.com",
  "a@exa\tmple.com",
  "a@%65xample.com",
  '"<b>"@example.com',
  "a@[127.0.0.1]",
  "a@127.0.0.1",
  "@",
  `${"a".repeat(65)}@example.com`,
  `a@${"b".repeat(64)}.com`,
  `a@${"例.".repeat(100)}com`,
  "o'neil+tag@example.com",
  "a\u0000@example.com",
  "=cmd|' /C calc'!A0@example.com",
];

const NUMBERS = [0, -0, -1, 1.5, 1e9, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 1e20, 1e300, 5e-324, 1e-200, 0.1 + 0.2];

/** Any text that somebody might try. */
export function hostileText(random: Random): string {
  if (random.chance(0.05)) return noise(random, 1 + random.below(60));
  return random.pick(random.chance(0.2) ? ADDRESSES : TEXTS);
}

/** Any JSON value that somebody might try. */
export function hostileValue(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 6 : 9);
  if (kind < 4) return hostileText(random);
  if (kind === 4) return random.pick(NUMBERS);
  if (kind === 5) return random.pick([null, true, false, [], {}]);
  if (kind === 6) return Array.from({ length: random.below(4) }, () => hostileValue(random, depth + 1));
  if (kind === 7) return { [hostileText(random)]: hostileValue(random, depth + 1) };
  return { points: 1e9, confirmed: true, role: "admin", toJSON: "x", length: 1e9 };
}

function noise(random: Random, length: number): string {
  return String.fromCharCode(...Array.from({ length }, () => random.below(random.chance(0.5) ? 128 : 65536)));
}
