import { describe, expect, it } from "vitest";
import { consentWords } from "../../../functions/http/pages/consent-words.ts";
import { words } from "../../../functions/http/words.ts";
import { formText } from "../../../web/form/form-text.ts";
import { formWords } from "../../../web/form/form-words.ts";
import { scriptText } from "../../../web/form/script-text.ts";
import { signUpForm } from "../../../web/form/sign-up-form.ts";

const options = { origin: "https://try.example", brand: "Lantern", locale: "en" } as const;

describe.each(["en", "zh-CN"] as const)("the form for other sites, in %s", (locale) => {
  it("says what the landing page says, in the version that the receipts name", () => {
    const said = formWords[locale];
    const brand = { name: "Lantern", postalAddress: "", phone: "" };
    expect({ version: said.version, text: said.consent("Lantern") }).toEqual(consentWords({ locale, brand }));
    expect(said.email).toBe(words(locale, "fields.email.label"));
    expect(said.name).toBe(words(locale, "fields.name.label"));
    expect(said.optional).toBe(words(locale, "fields.optional"));
  });
});

describe("what is copied", () => {
  it("is a form that posts to the sign-up by itself", () => {
    const html = formText(signUpForm({ ...options, offer: "free-lessons" }));
    expect(html).toContain(
      '<form class="tastemaker-form" method="post" action="https://try.example/trials" lang="en">',
    );
    expect(html).toContain('<input type="hidden" name="offer" value="free-lessons">');
    expect(html).toContain('name="email" type="email"');
    expect(html).not.toMatch(/<script|style=|onsubmit/);
  });

  it("is one script tag that names its offer", () => {
    expect(scriptText({ ...options, offer: "free-lessons" })).toBe(
      '<script src="https://try.example/assets/embed.js" data-offer="free-lessons" data-locale="en" data-brand="Lantern" async></script>',
    );
  });

  it("keeps a brand with signs of HTML in its place", () => {
    const brand = `"><img src=x onerror=1>&'`;
    expect(formText(signUpForm({ ...options, brand }))).not.toContain("<img");
    expect(scriptText({ ...options, brand })).not.toContain("<img");
  });
});
