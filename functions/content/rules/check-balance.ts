import { type ContentProblem, positionAt, problem } from "./content-problem.ts";
import type { SourceTag } from "./scan-tags.ts";
import { type SourcePiece, splitExpressions } from "./split-expressions.ts";
import type { SyntaxScope } from "./syntax-scope.ts";

const VOID = new Set(["br", "hr", "img", "meta", "col", "wbr"]);

interface OpenTag {
  name: string;
  at: number;
}

/** Every tag is closed, and every block ends inside the element it began in: otherwise a part left out breaks the rest. */
export function checkBalance(source: string, tags: SourceTag[], scope: SyntaxScope): ContentProblem[] {
  const blocks = splitExpressions(source).filter(({ raw }) => /^\{\{~?(#|\/|\^|\s*else\b)/.test(raw));
  const events = [...tags.map((tag) => ({ at: tag.at, tag })), ...blocks.map((block) => ({ at: block.at, block }))];
  events.sort((a, b) => a.at - b.at);
  const state: State = { source, scope, stack: [], blocks: [], problems: [] };
  for (const event of events) {
    if ("tag" in event) {
      followTag(state, event.tag);
    } else {
      followBlock(state, event.block);
    }
  }
  for (const { name, at } of state.stack) {
    complain(state, at, "unclosed-tag", `<${name}> is never closed. Add </${name}>.`);
  }
  return state.problems;
}

interface State {
  source: string;
  scope: SyntaxScope;
  stack: OpenTag[];
  /** For each open block, the element it began in. */
  blocks: (OpenTag | undefined)[];
  problems: ContentProblem[];
}

function followTag(state: State, tag: SourceTag): void {
  if (tag.kind === "comment" || tag.selfClosing || VOID.has(tag.name)) {
    return;
  }
  if (tag.kind === "open") {
    state.stack.push({ name: tag.name, at: tag.at });
    return;
  }
  const open = state.stack.at(-1);
  if (open?.name === tag.name) {
    state.stack.pop();
  } else if (open && state.stack.some(({ name }) => name === tag.name)) {
    complain(
      state,
      open.at,
      "unclosed-tag",
      `<${open.name}> is not closed before </${tag.name}>. Add </${open.name}>.`,
    );
    state.stack.length = state.stack.findLastIndex(({ name }) => name === tag.name);
  } else {
    complain(state, tag.at, "unopened-tag", `</${tag.name}> closes nothing. Remove it or open <${tag.name}> before.`);
  }
}

function followBlock(state: State, block: SourcePiece): void {
  const element = state.stack.at(-1);
  if (/^\{\{~?#/.test(block.raw)) {
    state.blocks.push(element);
    return;
  }
  const began = state.blocks.at(-1);
  if (/^\{\{~?\//.test(block.raw)) {
    state.blocks.pop();
  }
  if (began?.at !== element?.at) {
    const where = began ? `inside the <${began.name}> where it began` : "outside all tags, where it began";
    complain(state, block.at, "crossed-block", `${block.raw} must stand ${where}.`);
  }
}

function complain(state: State, at: number, code: string, message: string): void {
  state.problems.push(problem(state.scope.place, code, message, positionAt(state.source, at)));
}
