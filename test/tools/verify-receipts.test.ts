import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { ConsentProof } from "../../functions/contacts/rules/consent-proof.ts";
import { headOf, nextReceipts } from "../../functions/contacts/rules/receipt-chain.ts";

const chain = nextReceipts("con_ana", headOf({}), [
  { at: "2026-11-02T09:00:00.000Z", act: "requested", method: "form", text: "en#2026-11" },
  { at: "2026-11-02T09:20:00.000Z", act: "given", method: "confirm-link", text: "en#2026-11" },
  { at: "2026-11-09T09:20:00.000Z", act: "stopped", method: "one-click" },
]);
const proof: ConsentProof = {
  proof: "tastemaker-consent",
  contactId: "con_ana",
  email: "ana@example.com",
  exportedAt: "2026-11-10T09:20:00.000Z",
  receipts: 3,
  lastReceipt: chain[2]?.hash ?? "",
  chain,
};

function verify(content: unknown) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "proof-")), "proof.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const { status, stdout } = spawnSync(process.execPath, ["tools/verify-receipts.ts", file], { encoding: "utf8" });
  return { status, said: stdout.trim() };
}

describe("checking a proof file offline", () => {
  it("says that the chain holds, and how long it is", () => {
    const { status, said } = verify(proof);
    expect(said).toMatch(/^The chain of ana@example.com holds: 3 receipts/);
    expect(status).toBe(0);
  });

  it("says which link is broken", () => {
    const [one, two, three] = chain;
    const forged = { ...proof, chain: [one, { ...two, act: "not-given" }, three] };
    expect(verify(forged)).toEqual({
      status: 1,
      said: "The chain is broken at receipt 2: it does not say what it said when it was written.",
    });
    expect(verify({ ...proof, chain: [one, three] }).said).toBe("The chain is broken at receipt 2: it is missing.");
  });

  it("says when a file is no proof at all", () => {
    for (const content of ["", "{}", "[1,2]", { ...proof, chain: "none" }]) expect(verify(content).status).toBe(1);
  });
});
