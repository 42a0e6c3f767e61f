/** Without the letters and figures that are taken for one another when a code is read aloud or typed. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 13 signs of 30 are 63.8 bits: a million tries a second would need 250,000 years for one code of a million. */
const LENGTH = 13;

/** How many random bytes a code is made from; a few are left out so that every sign is equally likely. */
export const CODE_BYTES = 32;

/** Makes a voucher's code from random bytes; undefined in the rare case that too few of them could be used. */
export function voucherCode(random: Uint8Array): string | undefined {
  const most = 256 - (256 % ALPHABET.length);
  const signs = [...random].filter((byte) => byte < most).map((byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return signs.length < LENGTH ? undefined : grouped(signs.slice(0, LENGTH).join(""));
}

/** A code as somebody typed it, in the form in which it is kept; undefined for what cannot be one. */
export function codeTyped(text: string): string | undefined {
  const signs = text.toUpperCase().replace(/[\s-]/g, "");
  const isCode = signs.length === LENGTH && [...signs].every((sign) => ALPHABET.includes(sign));
  return isCode ? grouped(signs) : undefined;
}

function grouped(signs: string): string {
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}
