import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import prices from "../../functions/costs/prices.json" with { type: "json" };

let assembly: string;

beforeAll(() => {
  assembly = assemblyWith({});
});

/** A small cloud assembly: two alarms, a schedule of five minutes, one queue that Lambda asks, and what else is given. */
function assemblyWith(more: Record<string, object>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "estimate-"));
  const alarm = { Type: "AWS::CloudWatch::Alarm", Properties: {} };
  const Resources = {
    One: alarm,
    Two: alarm,
    Tick: { Type: "AWS::Scheduler::Schedule", Properties: { ScheduleExpression: "rate(5 minutes)" } },
    Feed: { Type: "AWS::Lambda::EventSourceMapping", Properties: { EventSourceArn: "queue" } },
    Stream: { Type: "AWS::Lambda::EventSourceMapping", Properties: { StartingPosition: "LATEST" } },
    Role: { Type: "AWS::IAM::Role", Properties: {} },
    ...more,
  };
  writeFileSync(path.join(folder, "manifest.json"), "{}");
  writeFileSync(path.join(folder, "Small.template.json"), JSON.stringify({ Resources }));
  return folder;
}

function estimate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/estimate.ts", ...args], { encoding: "utf8" });
  return { status, said: stdout, refused: stderr };
}

/** The amounts under a heading, the last of them the sum. */
function amountsUnder(said: string, title: string): number[] {
  const block = said.split("\n\n").find((part) => part.startsWith(title)) ?? "";
  return [...block.matchAll(/([\d.,]+) USD$/gm)].map(([, amount = ""]) => Number(amount.replaceAll(",", "")));
}

describe("npm run estimate", () => {
  it("tells what the assembly costs idle, line by line, with the formula of each", () => {
    const { status, said } = estimate("--assembly", assembly);
    expect(status).toBe(0);
    expect(said).toMatch(/2 alarms a month +× 0\.1 +0\.20 USD/);
    // 365 × 24 × 12 ticks of five minutes a year, in twelve parts.
    expect(said).toMatch(/8,760 invocations of a schedule +× 1 \/ 1,000,000 +0\.00876 USD/);
    // One queue: five connections that ask three times a minute for 730 hours; the stream is asked for nothing.
    expect(said).toMatch(/657,000 requests +× 0\.4 \/ 1,000,000 +0\.2628 USD/);
    const amounts = amountsUnder(said, "Idle");
    const sum = amounts.slice(0, -1).reduce((total, each) => total + each, 0);
    expect(amounts.at(-1)).toBeCloseTo(sum, 2);
  });

  it("tells what a thousand of each thing costs, SES's price among it", () => {
    const { said } = estimate("--assembly", assembly);
    for (const title of ["1,000 sign-ups", "1,000 marketing mails", "1,000 transactional mails", "1,000 ledger writes"])
      expect(amountsUnder(said, title).at(-1), title).toBeGreaterThan(0);
    expect(amountsUnder(said, "1,000 transactional mails")[0]).toBe(0.1);
  });

  it("tells what a month of one's own costs: more mails cost more, and a slow account pays for waiting", () => {
    const month = (...args: string[]) =>
      amountsUnder(estimate("--assembly", assembly, ...args).said, "A month").at(-1) ?? 0;
    const [one, two] = [month("--mails", "1_000_000"), month("--mails", "2,000,000")];
    expect(one).toBeGreaterThan(100);
    expect(two - one).toBeGreaterThan(100);
    expect(month("--mails", "1000000", "--rate", "500")).toBeLessThan(one);
    expect(month("--mails", "1000000", "--essentials")).toBeCloseTo(one + 60, 1);
    expect(estimate("--assembly", assembly).said).not.toContain("A month of your own");
  });

  it("goes by price tables of one's own, and says what is wrong with them", () => {
    const file = path.join(assembly, "prices.json");
    const [table] = prices;
    const cheap = {
      ...table,
      prices: { ...table?.prices, "alarm.month": { ...table?.prices["alarm.month"], amount: 7 } },
    };
    writeFileSync(file, JSON.stringify([cheap]));
    expect(estimate("--assembly", assembly, "--prices", file).said).toMatch(/2 alarms a month +× 7 +14\.00 USD/);
    writeFileSync(file, JSON.stringify([{ ...table, currency: "dollars" }]));
    const { status, refused } = estimate("--assembly", assembly, "--prices", file);
    expect([status, refused]).toEqual([2, expect.stringContaining("currency")]);
  });

  it("names what it knows no price of, rather than leaving it out silently", () => {
    const { said } = estimate("--assembly", assemblyWith({ Grid: { Type: "AWS::EC2::NatGateway", Properties: {} } }));
    expect(said).toContain("nobody has said what it costs: AWS::EC2::NatGateway");
    expect(estimate("--assembly", assembly).said).not.toContain("nobody has said");
  });

  it("refuses what it cannot read in words", () => {
    expect(estimate("--assembly", "/nowhere").refused).toContain('run "npm run assemble" first');
    expect(estimate("--assembly", assembly, "--mails", "many").refused).toContain("--mails 1000000");
  });

  it("knows a price for everything that is deployed", () => {
    const { status, said } = estimate("--assembly", "cdk.out");
    expect(status).toBe(0);
    expect(said).not.toContain("nobody has said");
  });
});
