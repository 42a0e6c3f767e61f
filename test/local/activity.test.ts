import { describe, expect, it } from "vitest";
import { createActivity } from "../../local/activity.ts";

describe("settling", () => {
  it("is immediate when nothing moves", async () => {
    await createActivity().settle();
  });

  it("waits until every watched thing has come to rest", async () => {
    const activity = createActivity();
    let left = 2;
    activity.watch("queue", () => left);
    const settled = activity.settle().then(() => left);
    for (const after of [1, 0]) {
      await new Promise(setImmediate);
      left = after;
      activity.changed();
    }
    expect(await settled).toBe(0);
  });

  it("does not take the moment of a hand-over for rest", async () => {
    const activity = createActivity();
    const counts = { stream: 1, queue: 0 };
    activity.watch("stream", () => counts.stream);
    activity.watch("queue", () => counts.queue);
    const settled = activity.settle().then(() => ({ ...counts }));
    setImmediate(() => {
      counts.stream = 0;
      activity.changed();
      setImmediate(() => {
        counts.queue = 1;
        setTimeout(() => {
          counts.queue = 0;
          activity.changed();
        }, 10);
      });
    });
    expect(await settled).toEqual({ stream: 0, queue: 0 });
  });

  it("gives up after its limit and names what still moves", async () => {
    const activity = createActivity();
    activity.watch("queue Reactions", () => 3);
    await expect(activity.settle(20)).rejects.toThrow(/queue Reactions \(3\)/);
  });
});
