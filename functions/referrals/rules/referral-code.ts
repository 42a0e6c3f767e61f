/** Crockford's alphabet: it has no I, L, O or U, so that a code can be read aloud and copied by hand. */
const CODE = /^[0-9abcdefghjkmnpqrstvwxyz]{8}$/;
const LENGTH = 8;

/** A code of 40 random bits, cut from a longer secret of the same alphabet; it says nothing about the member. */
export function codeFrom(secret: string): string {
  return secret.slice(0, LENGTH);
}

/** The code that somebody typed or pasted, or undefined: capitals, spaces and look-alike letters are forgiven. */
export function readCode(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const code = text.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return CODE.test(code) ? code : undefined;
}
