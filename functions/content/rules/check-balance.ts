import { type ContentProblem, problem } from "./content-problem.ts";
import type { ProblemFact } from "./problem-details.ts";
import { type SourceTag, VOID_TAGS } from "./scan-tags.ts";
import { positionAt } from "./source-position.ts";
import { type SourcePiece, splitExpressions } from "./split-expressions.ts";
import type { SyntaxScope } from "./syntax-scope.ts";

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
    complain(state, at, { code: "unclosed-tag", tag: name });
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
  if (tag.kind === "comment" || tag.selfClosing || VOID_TAGS.has(tag.name)) {
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
    complain(state, open.at, { code: "unclosed-before", tag: open.name, before: tag.name });
    state.stack.length = state.stack.findLastIndex(({ name }) => name === tag.name);
  } else {
    complain(state, tag.at, { code: "unopened-tag", tag: tag.name });
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
    complain(state, block.at, { code: "crossed-block", block: block.raw, began: began?.name });
  }
}

function complain(state: State, at: number, fact: ProblemFact): void {
  state.problems.push(problem(state.scope.place, fact, positionAt(state.source, at)));
}
