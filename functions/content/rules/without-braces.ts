import type { Piece } from "./slotted-part.ts";

/**
 * SES reads chunks as Handlebars, so what could be taken for its syntax goes into the slots: every `{{`, and any brace
 * or backslash beside a slot.
 */
export function withoutBraces(pieces: readonly Piece[]): Piece[] {
  const isSlot = (piece: Piece | undefined) => piece !== undefined && "dynamic" in piece;
  return pieces.flatMap((piece, at) =>
    "chunk" in piece ? split(piece.chunk, isSlot(pieces[at - 1]), isSlot(pieces[at + 1])) : [piece],
  );
}

function split(chunk: string, afterSlot: boolean, beforeSlot: boolean): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: braces, index } of chunk.matchAll(/[{}\\]+/g)) {
    const end = index + braces.length;
    if (braces.includes("{{") || (afterSlot && index === 0) || (beforeSlot && end === chunk.length)) {
      pieces.push({ chunk: chunk.slice(at, index) }, { dynamic: braces });
      at = end;
    }
  }
  pieces.push({ chunk: chunk.slice(at) });
  return pieces.filter((piece) => "dynamic" in piece || piece.chunk !== "");
}
