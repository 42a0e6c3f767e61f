import { parse } from "yaml";
import * as z from "zod/mini";
import { Brand } from "../../brand/rules/brand.ts";
import { Journey, type Step } from "../../journeys/rules/journey.ts";
import { Offer } from "../../offers/rules/offer.ts";
import { EarningRule } from "../../points/rules/earning-rule.ts";
import { ReferralProgramme } from "../../referrals/rules/referral-programme.ts";
import { Reward } from "../../rewards/rules/reward.ts";
import { TierProgramme } from "../../tiers/rules/tier.ts";

/** The whole programme as its files tell it; the emails are read by the content noun. */
export interface Programme {
  brand: Brand;
  offers: Offer[];
  journeys: Journey[];
  earningRules: EarningRule[];
  tiers: TierProgramme;
  referral: ReferralProgramme;
  rewards: Reward[];
}

/** What is wrong with a file, in words that say where. */
export interface ProgrammeProblem {
  file: string;
  where: string;
  message: string;
}

export type ProgrammeRead = { ok: true; programme: Programme } | { ok: false; problems: ProgrammeProblem[] };

const JOURNEY_FILE = /^programme\/journeys\/[a-z0-9-]+\.yaml$/;

/** Reads a programme from its files, by path under templates/; either all of it is right or every problem is named. */
export function readProgramme(files: Readonly<Record<string, string>>): ProgrammeRead {
  const problems: ProgrammeProblem[] = [];
  const read = <S extends z.ZodMiniType>(file: string, schema: S) => readFile(files, file, schema, problems);
  const journeyFiles = Object.keys(files).filter((file) => JOURNEY_FILE.test(file));
  const found = {
    brand: read("programme/brand.yaml", Brand),
    offers: read("programme/offers.yaml", z.array(Offer).check(z.minLength(1))),
    earningRules: read("programme/earning-rules.yaml", z.array(EarningRule)),
    tiers: read("programme/tiers.yaml", TierProgramme),
    referral: read("programme/referral.yaml", ReferralProgramme),
    rewards: read("programme/rewards.yaml", z.array(Reward)),
    journeys: journeyFiles.map((file) => read(file, Journey)),
  };
  if (problems.length > 0) return { ok: false, problems };
  const programme = found as Programme;
  const loose = looseEnds(programme);
  return loose.length > 0 ? { ok: false, problems: loose } : { ok: true, programme };
}

function readFile<S extends z.ZodMiniType>(
  files: Readonly<Record<string, string>>,
  file: string,
  schema: S,
  problems: ProgrammeProblem[],
): z.output<S> | undefined {
  const text = files[file];
  if (text === undefined) {
    problems.push({ file, where: "", message: "the file is missing" });
    return undefined;
  }
  const value = parseYaml(text, file, problems);
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data as z.output<S>;
  if (value !== undefined) problems.push(...checked.error.issues.map((issue) => toldBy(file, issue)));
  return undefined;
}

function parseYaml(text: string, file: string, problems: ProgrammeProblem[]): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch (error) {
    problems.push({ file, where: "", message: (error as Error).message });
    return undefined;
  }
}

function toldBy(file: string, { path, message }: { path: PropertyKey[]; message: string }): ProgrammeProblem {
  return { file, where: path.map(String).join("."), message };
}

/** Names that lead nowhere: an offer that a mail or the front page states but nobody defined. */
function looseEnds({ brand, offers, journeys, rewards, tiers }: Programme): ProgrammeProblem[] {
  const names = new Set(offers.map(({ name }) => name));
  const unknown = (offer: string) => `no offer is named ${offer}; the offers are ${[...names].join(", ")}`;
  const missing = (file: string, where: string, offer: string) =>
    names.has(offer) ? [] : [{ file, where, message: unknown(offer) }];
  return [
    ...rewards.flatMap(({ name, fromTier }) => tierMissing(name, fromTier, tiers)),
    ...missing("programme/brand.yaml", "defaultOffer", brand.defaultOffer),
    ...journeys.flatMap(({ name, steps }) =>
      steps.flatMap((step) =>
        offersNamedBy(step).flatMap((offer) => missing(`programme/journeys/${name}.yaml`, step.id, offer)),
      ),
    ),
  ];
}

function tierMissing(reward: string, fromTier: string | undefined, { tiers }: TierProgramme): ProgrammeProblem[] {
  const names = tiers.map(({ name }) => name);
  if (fromTier === undefined || names.includes(fromTier)) return [];
  const message = `no tier is named ${fromTier}; the tiers are ${names.join(", ")}`;
  return [{ file: "programme/rewards.yaml", where: `${reward}.fromTier`, message }];
}

function offersNamedBy(step: Step): string[] {
  if ("send" in step) return step.send.offer ? [step.send.offer] : [];
  return "wait" in step && step.wait.beforeOfferEnds ? [step.wait.beforeOfferEnds.offer] : [];
}
