import { sendEmail } from "../../../local/ses/send-email.ts";
import { Ses } from "../../../local/ses/ses.ts";

// Run as a process of its own: accepts mail without end and prints each id as the caller would hear it.
const ses = new Ses({ file: process.argv[2] ?? "", now: () => Date.now(), publish: () => undefined });
ses.store.account.verify("lantern.example");
for (;;) {
  const { MessageId } = await sendEmail(ses.store, {
    FromEmailAddress: "school@lantern.example",
    Destination: { ToAddresses: ["ana@mail.example"] },
    Content: { Simple: { Subject: { Data: "Hello" }, Body: { Text: { Data: "Hi" } } } },
  });
  process.stdout.write(`${MessageId}\n`);
}
