/** A parser of the dependency; the context carries a request's placeholders and learns which of them were used. */
export interface ExpressionParser {
  parse(expression: string, options: { context: ParserContext }): unknown;
}

interface ParserContext {
  attrNames?: Record<string, string>;
  unusedAttrNames: Record<string, true>;
  isKeyCondition?: boolean;
}

const MAX_REMEMBERED = 1000;

/**
 * Lets a parser remember what it made of expressions without values, such as `attribute_not_exists(pk)`: parsing
 * them anew was a fifth of all work. With values the outcome depends on the values, so it is not remembered.
 */
export function rememberExpressions(parser: ExpressionParser): void {
  const parse = parser.parse.bind(parser);
  const remembered = new Map<string, unknown>();
  parser.parse = (expression, options) => {
    const { context } = options;
    if (context.isKeyCondition || expression.includes(":")) return parse(expression, options);
    const placeholders = expression.match(/#[0-9a-zA-Z_]+/g) ?? [];
    const key = keyOf(expression, placeholders, context);
    if (!remembered.has(key)) remembered.set(key, parse(expression, options));
    for (const placeholder of placeholders) delete context.unusedAttrNames[placeholder];
    const parsed = remembered.get(key);
    if (remembered.size > MAX_REMEMBERED) remembered.clear();
    return parsed;
  };
}

// What an expression means follows from its text and from the names behind its placeholders.
const keyOf = (expression: string, placeholders: string[], { attrNames = {} }: ParserContext): string =>
  JSON.stringify([expression, ...placeholders.map((placeholder) => attrNames[placeholder])]);
