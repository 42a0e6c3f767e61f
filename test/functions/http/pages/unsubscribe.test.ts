import { describe, expect, it } from "vitest";
import { LEAVING_REASONS } from "../../../../functions/http/pages/leaving-reasons.ts";
import { unsubscribePage } from "../../../../functions/http/pages/unsubscribe.ts";
import { frame } from "../../../pages/page-states.ts";
import { textOf } from "../../../pages/read-html.ts";

const at = frame("en", "/unsubscribe?t=tok");

describe("the unsubscribe page", () => {
  it("stops nothing by being opened: one button posts to the same address", () => {
    const html = unsubscribePage({ state: "ask", token: "a.b-c", email: "ana@example.com" }, at);
    expect(html).toContain('<form method="post" action="/unsubscribe?t&#x3D;a.b-c&amp;lang&#x3D;en">');
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(textOf(html)).toContain("ana@example.com");
  });

  it("asks one question afterwards, which may stay unanswered", () => {
    const html = unsubscribePage({ state: "stopped", token: "a.b" }, at);
    expect([...html.matchAll(/name="reason" value="([a-z-]+)"/g)].map(([, value]) => value)).toEqual([
      ...LEAVING_REASONS,
    ]);
    expect(html).not.toContain("required");
  });

  it("says so when the letters were stopped before, and thanks for an answer", () => {
    expect(textOf(unsubscribePage({ state: "already", token: "a" }, at))).toContain("stopped already");
    expect(unsubscribePage({ state: "thanked" }, at)).not.toContain("<form");
  });

  it("tells what to do with a broken link, and shows no form for it", () => {
    const html = unsubscribePage({ state: "invalid" }, at);
    expect(textOf(html)).toContain("open it from one of our letters once more");
    expect(html).not.toContain("<form");
  });
});
