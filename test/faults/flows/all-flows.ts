import type { Flow } from "../support/flow.ts";
import {
  askForLink,
  codeOf,
  confirm,
  contactIdOf,
  inConsole,
  join,
  ownerSignsIn,
  pass,
  type Reach,
  signUp,
  track,
} from "../support/reach.ts";

const ORDER = {
  order_id: "order-bo",
  total: "189.00",
  currency: "EUR",
  products: [{ product_id: "evening-course", price: 189, quantity: 1 }],
};
const NOTHING = async () => undefined;

const order = (reach: Reach) => track(reach, "Order Completed", "bo@example.com", ORDER, "shop-1");

/** Ana is a member, and Bo came through her link. */
async function anaAndBo(reach: Reach): Promise<void> {
  await join(reach, "ana@example.com");
  await join(reach, "bo@example.com", { ref: await codeOf(reach, "ana@example.com") });
  await pass(reach, 25);
}

async function boHasOrdered(reach: Reach): Promise<void> {
  await anaAndBo(reach);
  await order(reach);
  await reach.settle();
  await pass(reach, 25);
}

async function daysAfterJoining(reach: Reach, days: number): Promise<string> {
  const { main } = await reach.state();
  const joined = main.find(({ sk, joinedAt }) => sk === "member" && joinedAt !== undefined)?.joinedAt;
  return notBefore(await reach.now(), Date.parse(String(joined)) + days * 86_400_000);
}

/** The instant at which what Bo and Ana earned can be spent; now when that is past. */
async function endOfHold(reach: Reach, minutes: number): Promise<string> {
  const { main } = await reach.state();
  const ends = main.flatMap(({ sk, holdEndsAt }) => (sk === "referral" && holdEndsAt ? [String(holdEndsAt)] : []));
  return notBefore(await reach.now(), Date.parse(ends[0] ?? "") + minutes * 60_000);
}

function notBefore(now: string, instant: number): string {
  const at = new Date(instant).toISOString();
  return at > now ? at : now;
}

let bo = "";
let owner = "";

/** The flows whose every step is a possible crash. */
export const FLOWS: Flow[] = [
  {
    name: "a sign-up, from the form to the welcome",
    prepare: NOTHING,
    steps: [(reach) => signUp(reach, "ana@example.com"), (reach) => confirm(reach, "ana@example.com")],
  },
  {
    name: "a mail to somebody who asks for a link",
    prepare: (reach) => join(reach, "ana@example.com"),
    steps: [(reach) => askForLink(reach, "ana@example.com")],
  },
  {
    name: "a mail that a journey sends",
    prepare: (reach) => join(reach, "ana@example.com"),
    steps: [async (reach) => reach.windTo(await daysAfterJoining(reach, 3))],
  },
  { name: "an order of a friend", prepare: anaAndBo, steps: [order] },
  {
    name: "the end of the hold, with reward and tier",
    prepare: async (reach) => {
      await boHasOrdered(reach);
      await reach.windTo(await endOfHold(reach, -60));
    },
    steps: [async (reach) => reach.windTo(await endOfHold(reach, 60))],
  },
  {
    name: "the erasure of a friend",
    prepare: async (reach) => {
      await boHasOrdered(reach);
      bo = await contactIdOf(reach, "bo@example.com");
      owner = await ownerSignsIn(reach);
    },
    steps: [
      async (reach) =>
        void (await inConsole(reach, owner, `/contacts/${bo}/erase`, { confirmation: "bo@example.com" }, 202)),
      (reach) => pass(reach, 45),
    ],
  },
  {
    name: "a refund",
    prepare: boHasOrdered,
    steps: [
      (reach) =>
        track(reach, "Order Refunded", "bo@example.com", { order_id: "order-bo", refund_id: "back-1" }, "shop-2"),
    ],
  },
];
