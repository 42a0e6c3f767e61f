import { Queues } from "../../../local/queues/queues.ts";

// Run as a process of its own: sends without end and prints each message once it was acknowledged.
const queues = new Queues({ file: process.argv[2] ?? "", now: () => Date.now() });
queues.define({ name: "work" });
const send = (count: number): void => {
  queues.send("work", { body: `message ${count}` });
  process.stdout.write(`${count}\n`);
  setImmediate(send, count + 1);
};
send(0);
