import { readFileSync } from "node:fs";
import { parse } from "yaml";

type Text = Record<"en" | "zh-CN", string>;

interface StarterOffer {
  name: string;
  title: Text;
  headline?: Text;
  reason: Text;
}

const offers = parse(readFileSync("templates/programme/offers.yaml", "utf8")) as StarterOffer[];

/** What the starter programme says of an offer, so that a better text breaks no story. */
export function starterOffer(name: string): { heading: Text; reason: Text } {
  const offer = offers.find((each) => each.name === name);
  if (!offer) throw new Error(`The starter programme has no offer ${name}`);
  return { heading: offer.headline ?? offer.title, reason: offer.reason };
}
