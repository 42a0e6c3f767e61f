import { expect, it } from "vitest";
import { readDmarcRecord } from "../../../functions/platform/dmarc-record.ts";

it.each(["tastemaker.example", "mail.lantern.test", "example.com", "www.example.org", "localhost"])(
  "no DNS is asked about %s, which none can know",
  async (domain) => {
    expect(await readDmarcRecord(domain)).toEqual({ answer: "unasked" });
  },
);
