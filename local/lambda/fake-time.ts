import { instantIn } from "../clock.ts";

/** Makes every `Date` of this thread tell the product's time, so that product code needs to know nothing of it. */
export function installFakeTime(shared: SharedArrayBuffer): void {
  const cells = new BigInt64Array(shared);
  const realNow = Date.now.bind(Date);
  const now = () => instantIn(cells, realNow);
  const RealDate = Date;
  RealDate.now = now;
  const fake = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.prototype.constructor = fake;
  globalThis.Date = fake;
}
