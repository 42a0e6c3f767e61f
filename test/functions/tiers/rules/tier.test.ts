import { describe, expect, it } from "vitest";
import { TierProgramme } from "../../../../functions/tiers/rules/tier.ts";
import { tierAbove, tierBelow, tierFor, tierNamed } from "../../../../functions/tiers/rules/tier-for.ts";
import { starterTiers } from "../support/starter-tiers.ts";

const { tiers } = starterTiers;

describe("the ladder", () => {
  it.each([
    [-5, "visitor"],
    [0, "visitor"],
    [199, "visitor"],
    [200, "reader"],
    [599, "reader"],
    [600, "speaker"],
    [1499, "speaker"],
    [1500, "fluent"],
    [1_000_000, "fluent"],
  ])("puts %i qualifying points into %s", (points, name) => {
    expect(tierFor(points, tiers).name).toBe(name);
  });

  it("has steps up and down, whatever order it was written in", () => {
    const shuffled = [...tiers].reverse();
    const speaker = tierNamed("speaker", shuffled);
    expect([tierBelow(speaker, shuffled).name, tierAbove(speaker, shuffled)?.name]).toEqual(["reader", "fluent"]);
    expect(tierBelow(tierNamed("visitor", shuffled), shuffled).name).toBe("visitor");
    expect(tierAbove(tierNamed("fluent", shuffled), shuffled)).toBeUndefined();
  });

  it("puts whoever held a tier that no longer exists at the bottom", () => {
    expect(tierNamed("polyglot", tiers).name).toBe("visitor");
  });
});

describe("a tier programme", () => {
  it("of the starter is valid", () => {
    expect(TierProgramme.safeParse(starterTiers).success).toBe(true);
  });

  it.each([
    ["no tier at all", []],
    ["no tier from 0", tiers.slice(1)],
    ["two tiers from the same points", [...tiers, { ...tiers[1], name: "twin" }]],
    ["two tiers of one name", [...tiers, { ...tiers[1], from: 300 }]],
    ["a multiplier below what everybody earns", [{ ...tiers[0], multiplierPercent: 99 }]],
    ["half a point", [...tiers, { ...tiers[1], name: "half", from: 0.5 }]],
  ])("is refused with %s", (_, changed) => {
    expect(TierProgramme.safeParse({ ...starterTiers, tiers: changed }).success).toBe(false);
  });
});
