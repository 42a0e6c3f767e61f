import { describe, expect, it } from "vitest";
import { networkOf } from "../../../functions/http/network-of.ts";
import { httpEvent } from "./event.ts";

const through = (forwarded: string) => networkOf(httpEvent({ headers: { "x-forwarded-for": forwarded } }));

describe("the network of a request", () => {
  it.each([
    ["203.0.113.77, 130.176.0.1", "203.0.113.0/24"],
    ["::ffff:203.0.113.77, 130.176.0.1", "203.0.113.0/24"],
    ["2001:0DB8:1:2:3:4:5:6, 130.176.0.1", "2001:db8:1:2::/64"],
    ["2001:db8::1, 130.176.0.1", "2001:db8:0:0::/64"],
    ["::1, 130.176.0.1", "0:0:0:0::/64"],
  ])("of %s is %s", (forwarded, network) => {
    expect(through(forwarded)).toBe(network);
  });

  it("is not what the visitor wrote into the header, but what the distribution added", () => {
    expect(through("198.51.100.1, 192.0.2.9, 203.0.113.77, 130.176.0.1")).toBe("203.0.113.0/24");
  });

  it("of who comes without the distribution is that of the connection", () => {
    const http = { method: "POST", path: "/", protocol: "HTTP/1.1", sourceIp: "192.0.2.9", userAgent: "" };
    const event = httpEvent({});
    expect(networkOf({ ...event, requestContext: { ...event.requestContext, http } })).toBe("192.0.2.0/24");
  });

  it("is none where nothing readable is told", () => {
    for (const forwarded of ["unknown, 130.176.0.1", "999.1.1.1, 130.176.0.1", ""])
      expect(through(forwarded)).toBeUndefined();
  });
});
