/** Does one kind of work again and again while there is some, and rests until woken when there is none. */
export interface Pump {
  wake(): void;
  running(): boolean;
  /** Takes up no more work, and resolves when the current piece is done. */
  stop(): Promise<void>;
}

/** `work` says whether there was something to do; it never runs twice at once. */
export function createPump(work: () => Promise<boolean>): Pump {
  let awake = false;
  let stopped = false;
  let current: Promise<void> | undefined;
  const run = async () => {
    // Waking again during the last, empty turn must not be lost.
    while (awake && !stopped) {
      awake = false;
      if (await work()) awake = true;
    }
  };
  const start = () => {
    // Not within the waker's own turn: it may stand in the middle of a write.
    current = Promise.resolve()
      .then(run)
      .catch((cause) => {
        if (!stopped) process.stderr.write(`An event source failed: ${(cause as Error).stack}\n`);
      })
      .finally(() => {
        current = undefined;
        if (awake && !stopped) start();
      });
  };
  return {
    wake() {
      awake = true;
      if (current === undefined && !stopped) start();
    },
    running: () => current !== undefined,
    async stop() {
      stopped = true;
      await current;
    },
  };
}
