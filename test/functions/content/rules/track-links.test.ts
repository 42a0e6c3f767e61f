import { describe, expect, it } from "vitest";
import { compileContent } from "../../../../functions/content/rules/compile-content.ts";
import type { CompiledContent } from "../../../../functions/content/rules/compiled-content.ts";
import { renderContent } from "../../../../functions/content/rules/render-content.ts";
import { slotValues } from "../../../../functions/content/rules/ses-template.ts";
import { trackLinks } from "../../../../functions/content/rules/track-links.ts";
import { SMALL_BODY, SMALL_SHARED, SMALL_VALUES, smallSource } from "../support/small-content.ts";

async function tracked(body: string, kind: "marketing" | "transactional" = "marketing"): Promise<CompiledContent> {
  const compiled = await compileContent(smallSource({ body, kind }), SMALL_SHARED, "en");
  return compiled.ok ? compiled.tracked : expect.unreachable(JSON.stringify(compiled.problems));
}

const anchor = (href: string) => `<p><a class="x" href="${href}">Go</a></p>`;
const LESSONS = "https://lantern.example/lessons?a=1&amp;b=2";

describe("a link in a mail", () => {
  it("leads through us, under an id of its own, to what was written or to what a variable says", () => {
    const { html, links } = trackLinks(anchor(LESSONS) + anchor("{{links.offer}}") + anchor(LESSONS));
    expect(html).toBe(["k1", "k2", "k3"].map((id) => anchor(`{{urls.tracked}}/${id}/{{urls.trackedToken}}`)).join(""));
    const lessons = { url: "https://lantern.example/lessons?a=1&b=2" };
    expect(links).toEqual({ k1: lessons, k2: { of: "links.offer" }, k3: lessons });
  });

  it.each(["mailto:hello@lantern.example", "tel:+49305557", "#top", "{{#if a}}x{{/if}}"])(
    "to %s stays as it is",
    (href) => {
      expect(trackLinks(anchor(href))).toEqual({ html: anchor(href), links: {} });
    },
  );

  it.each(["urls.unsubscribe", "urls.preferences", "links.confirm", "links.signIn"])(
    "that grants something ({{%s}}) leads through nobody",
    (name) => {
      const { html, links } = trackLinks(anchor(`{{${name}}}`));
      expect(links).toEqual({});
      expect(html).toBe(anchor(`{{${name}}}`).replace("<a", "<a ses:no-track"));
    },
  );
});

describe("a published mail", () => {
  it("leads to the same tracked address in both of its parts, with one token for all links of a copy", async () => {
    const content = await tracked(`${SMALL_BODY}<mj-text><p><a href="${LESSONS}">All lessons</a></p></mj-text>`);
    const mail = renderContent(content, SMALL_VALUES, "Europe/Berlin");
    if (!mail.ok) expect.unreachable(mail.reason);
    for (const address of ["https://a.example/c/k1/bXNn.c2ln", "https://a.example/c/k2/bXNn.c2ln"]) {
      expect(mail.html).toContain(`href="${address}"`);
      expect(mail.text).toContain(address);
    }
    expect(mail.html + mail.text).not.toContain("lantern.example/lessons");
    expect(content.links).toEqual({
      k1: { of: "links.start" },
      k2: { url: "https://lantern.example/lessons?a=1&b=2" },
    });
  });

  it("tells SES the token once, however many links it has", async () => {
    const links = Array.from({ length: 20 }, (_, at) => `<p><a href="https://lantern.example/${at}">${at}</a></p>`);
    const content = await tracked(`${SMALL_BODY}<mj-text>${links.join("\n")}</mj-text>`);
    const slots = slotValues(content, SMALL_VALUES, "Europe/Berlin");
    if (!slots.ok) expect.unreachable(slots.reason);
    expect(Object.values(slots.values).filter((value) => value === "bXNn.c2ln").length).toBe(1);
  });

  it("is not sent without the value that a link of it needs", async () => {
    const { links: _, ...rest } = SMALL_VALUES;
    const refusal = { ok: false, reason: "missing-variable", names: ["links.start"] };
    expect(renderContent(await tracked(SMALL_BODY), rest, "Europe/Berlin")).toEqual(refusal);
  });

  it("that answers what somebody asked for is not tracked", async () => {
    const content = await tracked(SMALL_BODY, "transactional");
    expect(content.links).toBeUndefined();
    expect(JSON.stringify(content.programs)).not.toContain("urls.tracked");
  });

  it("shows its links as they were written to whoever edits it", async () => {
    const compiled = await compileContent(smallSource(), SMALL_SHARED, "en");
    expect(compiled.ok && JSON.stringify(compiled.content.programs)).not.toContain("urls.tracked");
  });
});
