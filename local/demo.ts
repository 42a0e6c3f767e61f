import { startProduct } from "./demo/product.ts";
import { playStory } from "./demo/story.ts";
import { createTeller } from "./demo/teller.ts";

// `npm run demo`: the whole loop over sixty wound days, told step by step. It fails if any figure is not what the rules say.

const teller = createTeller((line) => console.log(line));
const product = await startProduct();
try {
  await playStory(product, teller);
} finally {
  await product.stop();
}
const { told, wrong } = teller.result();
if (wrong.length > 0) {
  console.error(`\n${wrong.length} of ${told} figures are wrong:\n${wrong.map((line) => `  ${line}`).join("\n")}`);
  process.exit(1);
}
console.log(`\nAll ${told} figures are what the rules of the programme say.`);
process.exit(0);
