import type { CompiledContent, PartName } from "./compiled-content.ts";
import type { Program } from "./program.ts";
import { slotText } from "./slot-text.ts";
import { oneLine, piecesOf, type SlottedPart, slottedPart } from "./slotted-part.ts";
import { withoutBraces } from "./without-braces.ts";

/** A version never changes, so each is laid out once for as long as it is held. */
const known = new WeakMap<CompiledContent, Record<PartName, SlottedPart>>();

/** The four parts of a mail as chunks, which are the same in every copy, and slots. */
export function contentParts(content: CompiledContent): Record<PartName, SlottedPart> {
  let parts = known.get(content);
  if (!parts) {
    const { subject, preheader, html, text } = content.programs;
    parts = {
      subject: slotLine(subject),
      preheader: slotLine(preheader),
      html: slottedPart(withoutBraces(piecesOf(html))),
      text: slotText(text, content.variables),
    };
    known.set(content, parts);
  }
  return parts;
}

/** A line is short: one slot, unless it says the same to everybody. */
function slotLine(program: Program): SlottedPart {
  if (program.every((step) => typeof step === "string")) {
    return slottedPart(withoutBraces([{ chunk: oneLine(program.join("")) }]));
  }
  return { chunks: ["", ""], slots: [{ program, tidy: "line" }] };
}
