/** Has the next thing made while the present one is worked on: one is under way at any time, never more. */
export async function* oneAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const things = source[Symbol.asyncIterator]();
  let next = things.next();
  try {
    for (let made = await next; !made.done; made = await next) {
      next = things.next();
      // A fault is thrown when its turn has come, not before.
      next.catch(() => undefined);
      yield made.value;
    }
  } finally {
    await next.catch(() => undefined);
  }
}
