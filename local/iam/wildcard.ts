const patterns = new Map<string, RegExp>();

/** Whether a text fits an IAM pattern, in which `*` stands for any run of characters and `?` for any one. */
export function fitsWildcard(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (compiled === undefined) {
    const escaped = pattern.replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`);
    compiled = new RegExp(`^${escaped.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}

/** As above, but a wildcard does not reach over the first five colons of an ARN. */
export function fitsArn(pattern: string, arn: string): boolean {
  const wanted = arnParts(pattern);
  const given = arnParts(arn);
  return wanted.length === given.length && wanted.every((part, index) => fitsWildcard(part, given[index] ?? ""));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
