/** The engine's reasons for its decisions, which it writes in English, as they are said in Chinese. */
const reasons: [pattern: RegExp, said: string][] = [
  [/^step (.+) is reached$/, "到了步骤“$1”"],
  [/^the journey waits for (.+), until then at the latest$/, "要等“$1”发生，最迟等到期满"],
  [/^the journey says so$/, "流程如此安排"],
  [/^the last step is done$/, "最后一步已完成"],
  [/^the wait is over$/, "等待期已满"],
  [/^(.+) happened$/, "“$1”已发生"],
  [/^they bought$/, "对方已购买"],
  [/^they asked for silence$/, "对方要求不再来信"],
  [/^the address takes no mail$/, "该地址无法收信"],
];

/** A reason in Chinese; one that a marketer wrote stays as it was written. */
export function reasonInChinese(reason: string): string {
  const known = reasons.find(([pattern]) => pattern.test(reason));
  return known ? reason.replace(known[0], known[1]) : reason;
}
