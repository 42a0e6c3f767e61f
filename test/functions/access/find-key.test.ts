import { beforeAll, describe, expect, it } from "vitest";
import { findKey } from "../../../functions/access/find-key.ts";
import { issueKey } from "../../../functions/access/issue-key.ts";
import { hashSecret } from "../../../functions/platform/ids.ts";
import { productTables } from "../../support/product-tables.ts";

const tables = productTables();
let key = "";
beforeAll(async () => {
  key = (await issueKey("shop", "2026-11-23T09:00:00.000Z")).key;
});

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;

describe("an integrator's key", () => {
  it("is shown once and kept as a hash", () => {
    expect(key).toMatch(/^tm_[0-9a-z]{32}$/);
    const picture = JSON.stringify(tables.snapshot());
    expect(picture).not.toContain(key);
    expect(picture).toContain(hashSecret(key));
  });

  it("is found as a bearer and as the user name of Basic", async () => {
    for (const header of [`Bearer ${key}`, `bearer ${key}`, basic(`${key}:`), basic(key), basic(`${key}:anything`)]) {
      expect(await findKey(header)).toMatchObject({ name: "shop" });
    }
  });

  it("is found in no other form", async () => {
    const wrong = [undefined, "", key, "Bearer", "Bearer ", `Bearer  ${key}`, `Token ${key}`, basic(`:${key}`)];
    const close = [`Bearer ${key}x`, `Bearer ${key.toUpperCase()}`, `Bearer ${hashSecret(key)}`, basic(` ${key}:`)];
    for (const header of [...wrong, ...close]) expect(await findKey(header), header).toBeUndefined();
  });
});
