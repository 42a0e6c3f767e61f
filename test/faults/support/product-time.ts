import type { Clock } from "../../../local/clock.ts";

/** Lets `Date` in this thread tell the time of whichever product runs in it at the moment. */
export interface ProductTime {
  /** From now on this product's clock is told; undefined goes back to real time. */
  follow(clock: Clock | undefined): void;
  /** Runs work that needs the real `Date.now` to build on. */
  real<Result>(work: () => Result): Result;
  restore(): void;
}

/** Replaces `Date` once, as the local runtime does in the thread of every function. */
export function productTime(): ProductTime {
  const RealDate = Date;
  const realNow = Date.now;
  let followed: Clock | undefined;
  const now = () => followed?.now() ?? realNow.call(RealDate);
  const fake = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => new RealDate(now()).toString(),
  });
  const install = () => {
    RealDate.now = now;
    globalThis.Date = fake;
  };
  const restore = () => {
    RealDate.now = realNow;
    globalThis.Date = RealDate;
  };
  install();
  return {
    follow(clock) {
      followed = clock;
    },
    real(work) {
      restore();
      try {
        return work();
      } finally {
        install();
      }
    },
    restore,
  };
}
