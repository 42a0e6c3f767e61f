import { daysLater, firstMorning } from "./calendar.ts";
import { type Person, personOf } from "./person.ts";
import type { Product } from "./product.ts";
import type { Teller } from "./teller.ts";

/** The people of the story and the day on which it begins. */
export interface Cast {
  product: Product;
  teller: Teller;
  start: string;
  ana: Person;
  bo: Person;
  chen: Person;
  dana: Person;
  fay: Person;
}

/** Winds to a morning of the story. */
export async function onDay(cast: Cast, day: number, title: string): Promise<void> {
  // The story begins on the day itself; time has flowed a little since.
  if (day > 0) await cast.product.windTo(daysLater(cast.start, day));
  cast.teller.chapter(`Day ${day}: ${title}`);
}

/** Plays sixty days of the starter programme with five people. */
export async function playStory(product: Product, teller: Teller): Promise<void> {
  const start = firstMorning(await product.now());
  await product.windTo(start);
  const people = {
    ana: personOf(product, "Ana"),
    bo: personOf(product, "Bo"),
    chen: personOf(product, "Chen", "zh-CN"),
  };
  const cast: Cast = {
    product,
    teller,
    start,
    ...people,
    dana: personOf(product, "Dana"),
    fay: personOf(product, "Fay"),
  };
  teller.tell(`The clock stands at ${start}; nobody waits for real.`);
  await theyTry(cast);
  await aFriendComes(cast);
  await theyBuy(cast);
  await oneSendsItBack(cast);
  await theHoldEnds(cast);
  await politeEnd(cast);
}

async function theyTry(cast: Cast): Promise<void> {
  const { product, teller, ana, chen, dana } = cast;
  await onDay(cast, 0, "three people sign up for the free lessons");
  for (const person of [ana, chen, dana]) await person.signUp();
  teller.figure("mails to Ana before she confirms", (await ana.subjects()).length, 1);
  for (const person of [ana, chen, dana]) await person.confirm();
  teller.figure("mails to Ana after she pressed the button", (await ana.subjects()).length, 2);
  teller.tell(`Chen reads Chinese: “${(await chen.subjects()).at(-1)}”`);
  await product.track("Trial Used", ana.email, {}, "ana-first-lesson");
  await product.settle();
  teller.figure("Ana's points for her first lesson", (await ana.me()).balance.available, 20);
  teller.tell(`At once she is asked: “${(await ana.subjects()).find((subject) => subject.includes("?"))}”`);
  await dana.unsubscribe();
  teller.tell("Dana has her mail program unsubscribe with one click.");
}

async function aFriendComes(cast: Cast): Promise<void> {
  const { teller, ana, bo, fay } = cast;
  await onDay(cast, 2, "Ana passes her link on to Bo and Fay");
  const { code } = (await ana.me()).referral;
  for (const friend of [bo, fay]) {
    await friend.signUp({ ref: code });
    await friend.confirm();
  }
  const told = (await ana.subjects()).filter((subject) => subject.includes("thanks to you"));
  teller.figure("mails that tell Ana of a friend", told.length, 2);
}

async function theyBuy(cast: Cast): Promise<void> {
  const { product, teller, ana, bo, fay } = cast;
  await onDay(cast, 4, "Bo and Fay enrol");
  const evening = { product_id: "evening-course", price: 189, quantity: 1 };
  await product.track(
    "Order Completed",
    bo.email,
    { order_id: "order-bo", total: 189, currency: "EUR", products: [evening] },
    "o-bo",
  );
  await product.track(
    "Order Completed",
    fay.email,
    { order_id: "order-fay", total: "60.50", currency: "EUR" },
    "o-fay",
  );
  const review = {
    product_id: "evening-course",
    review_id: "review-bo",
    rating: 5,
    review_body: "Small and friendly.",
  };
  await product.track("Product Reviewed", bo.email, review, "r-bo");
  await product.settle();
  const { balance } = await bo.me();
  teller.figure("Bo's pending points: 189 for 189.00 EUR and 100 as Ana's friend", balance.pending, 289);
  teller.figure("Bo's points to spend: 50 for the review", balance.available, 50);
  teller.figure(
    "Fay's pending points: 60 for 60.50 EUR and 100 as Ana's friend",
    (await fay.me()).balance.pending,
    160,
  );
  teller.figure("Ana's pending points: 300 for each friend", (await ana.me()).balance.pending, 600);
  await product.track(
    "Order Completed",
    bo.email,
    { order_id: "order-bo", total: 189, currency: "EUR", products: [evening] },
    "o-bo-again",
  );
  await product.settle();
  teller.figure("Bo's pending points after the shop reported the order twice", (await bo.me()).balance.pending, 289);
}

async function oneSendsItBack(cast: Cast): Promise<void> {
  const { product, teller, ana, fay } = cast;
  await onDay(cast, 8, "Fay sends her order back");
  await product.track("Order Refunded", fay.email, { order_id: "order-fay", refund_id: "refund-fay" }, "refund-fay");
  await product.settle();
  const { balance } = await fay.me();
  teller.figure("Fay's points, pending and to spend", [balance.pending, balance.available, balance.debt], [0, 0, 0]);
  teller.figure("Ana's pending points, without those for Fay", (await ana.me()).balance.pending, 300);
}

async function theHoldEnds(cast: Cast): Promise<void> {
  const { product, teller, ana, bo } = cast;
  await onDay(cast, 20, "the fourteen days in which Bo could have sent it back are over");
  const [hers, his] = [await ana.me(), await bo.me()];
  teller.figure("Ana's points to spend: 20 and 300", hers.balance.available, 320);
  teller.figure("Bo's points to spend: 50, 189 and 100", his.balance.available, 339);
  teller.figure("points still pending for the two", hers.balance.pending + his.balance.pending, 0);
  teller.figure("Ana's tier with 320 points", hers.tier.name, "Reader");
  teller.figure("Bo's tier with 339 points", his.tier.name, "Reader");
  const ledger = await product.read<{ entries: { postings: { points: number }[] }[] }>(
    `/v1/members/${his.id}/ledger`,
    product.shop,
  );
  const sums = ledger.entries.map(({ postings }) => postings.reduce((sum, { points }) => sum + points, 0));
  teller.figure("entries in Bo's ledger whose two sides differ", sums.filter((sum) => sum !== 0).length, 0);
}

async function politeEnd(cast: Cast): Promise<void> {
  const { teller, ana, bo, chen, dana } = cast;
  await onDay(cast, 45, "Chen never tried a lesson, and hears from us a last time");
  const chens = await chen.subjects();
  teller.figure("mails to Chen: confirm, welcome, question, offer, last call, farewell", chens.length, 6);
  teller.tell(`The last one: “${chens.at(-1)}”`);
  const offers = (await bo.subjects()).filter((subject) => /seats|timetable/i.test(subject));
  teller.figure("offers mailed to Bo after he had bought", offers.length, 0);
  teller.figure(
    "mails to Dana after she said stop: none beyond confirm and welcome",
    (await dana.subjects()).length,
    2,
  );
  await onDay(cast, 60, "silence is kept");
  teller.figure("mails to Chen since the farewell", (await chen.subjects()).length - chens.length, 0);
  const { balance } = await ana.me();
  teller.figure("Ana's points to spend at the end", balance.available, 320);
}
