import type { CompiledContent, PartName } from "./compiled-content.ts";
import type { Program } from "./program.ts";
import { slotText } from "./slot-text.ts";
import { oneLine, piecesOf, type SlottedPart, slottedPart } from "./slotted-part.ts";
import { withoutBraces } from "./without-braces.ts";

/** The four parts of a mail as chunks and slots, each laid out in its own way. */
export function contentParts({ programs, variables }: CompiledContent): Record<PartName, SlottedPart> {
  return {
    subject: slotLine(programs.subject),
    preheader: slotLine(programs.preheader),
    html: slottedPart(withoutBraces(piecesOf(programs.html))),
    text: slotText(programs.text, variables),
  };
}

/** A line is short: one slot, unless it says the same to everybody. */
function slotLine(program: Program): SlottedPart {
  if (program.every((step) => typeof step === "string")) {
    return slottedPart(withoutBraces([{ chunk: oneLine(program.join("")) }]));
  }
  return { chunks: ["", ""], slots: [{ program, tidy: "line" }] };
}
