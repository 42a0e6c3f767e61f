/** How wide a line is, in Latin letters: a Chinese character is as wide as two of them. */
export function readingWidth(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (/\p{Script=Han}|[\u3000-\u303F\uFF00-\uFFEF]/u.test(letter) ? 2 : 1),
    0,
  );
}
