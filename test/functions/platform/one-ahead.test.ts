import { describe, expect, it } from "vitest";
import { oneAhead } from "../../../functions/platform/one-ahead.ts";

async function* counting(told: string[], until = 3, faulty = Number.NaN) {
  for (let number = 1; number <= until; number++) {
    told.push(`make ${number}`);
    if (number === faulty) throw new Error(`no ${number}`);
    yield number;
  }
}

describe("making one thing ahead", () => {
  it("gives everything in order, and begins the next before the present one is worked on", async () => {
    const told: string[] = [];
    for await (const number of oneAhead(counting(told))) told.push(`use ${number}`);
    expect(told).toEqual(["make 1", "make 2", "use 1", "make 3", "use 2", "use 3"]);
  });

  it("throws a fault when its turn has come", async () => {
    const told: string[] = [];
    const use = async () => {
      for await (const number of oneAhead(counting(told, 3, 2))) told.push(`use ${number}`);
    };
    await expect(use()).rejects.toThrow("no 2");
    expect(told).toEqual(["make 1", "make 2", "use 1"]);
  });

  it("makes no more when nobody wants more", async () => {
    const told: string[] = [];
    for await (const number of oneAhead(counting(told, 9))) if (number === 2) break;
    expect(told).toEqual(["make 1", "make 2", "make 3"]);
  });
});
