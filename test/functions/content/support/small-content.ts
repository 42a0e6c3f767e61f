import type { ContentSource, ContentText } from "../../../../functions/content/rules/content-source.ts";
import type { SharedFiles } from "../../../../functions/content/rules/shared-content.ts";

const LAYOUT = `<mjml lang="{{t 'mail.lang'}}">
  <mj-head>
    <mj-title>
      {{> subject}}
    </mj-title>
  </mj-head>
  <mj-body>
    <mj-raw>
      <div class="preheader">
        {{> preheader}}
      </div>
    </mj-raw>
    <mj-section>
      <mj-column>
        {{> body}}
      </mj-column>
    </mj-section>
    {{> footer}}
  </mj-body>
</mjml>
`;

const FOOTER = `<mj-section>
  <mj-column>
    <mj-text><p>{{brand.postalAddress}}</p></mj-text>
  </mj-column>
</mj-section>
`;

const MARKETING_FOOTER = FOOTER.replace("</p>", `</p><p><a href="{{urls.unsubscribe}}">{{t "mail.stop"}}</a></p>`);

/** A layout, footers and words, as small as they can be. */
export const SMALL_SHARED: SharedFiles = {
  "layouts/letter.mjml": LAYOUT,
  "partials/footer-transactional.mjml": FOOTER,
  "partials/footer-marketing.mjml": MARKETING_FOOTER,
  "locales/mail.en.json": JSON.stringify({ "mail.lang": "en", "mail.stop": "Stop & be done" }),
  "locales/mail.zh-CN.json": JSON.stringify({ "mail.lang": "zh-CN", "mail.stop": "不再收信" }),
};

export const SMALL_BODY = `<mj-text>
  <p>Hello {{contact.name}}, your trial has begun.</p>
</mj-text>
<mj-button href="{{links.start}}">Start</mj-button>
`;

/** A template that passes the gate; a test breaks one thing of it. */
export function smallSource(change: Partial<ContentText & ContentSource> = {}): ContentSource {
  const {
    body = SMALL_BODY,
    subject = "Hello {{contact.name}}",
    preheader = "Ten minutes are enough.",
    ...rest
  } = change;
  return {
    kind: "marketing",
    title: "Small",
    description: "A template for tests.",
    layout: "letter",
    variables: [
      { name: "links.start", type: "url", required: true, sample: "https://lantern.example/lessons?a=1&b=2" },
      { name: "trial.endsAt", type: "instant", required: false, sample: "2026-12-07T15:20:00.000Z" },
      { name: "seats", type: "number", required: false, sample: 9 },
      { name: "perks", type: "list", required: false, sample: ["One", "Two"] },
      { name: "code", type: "text", required: false, sample: "EUR" },
    ],
    locales: {
      en: { subject, preheader, body },
      "zh-CN": { subject: "{{contact.name}}你好", preheader: "十分钟就够。", body: SMALL_BODY },
    },
    ...rest,
  };
}

/** Values that fill the small template. */
export const SMALL_VALUES = {
  contact: { name: "Ana" },
  brand: { name: "Lantern", postalAddress: "Torstraße 118, 10119 Berlin", phone: "+49 30 1" },
  urls: {
    portal: "https://a.example/me",
    preferences: "https://a.example/p",
    unsubscribe: "https://a.example/u?t=1",
    tracked: "https://a.example/c",
    trackedToken: "bXNn.c2ln",
  },
  links: { start: "https://lantern.example/lessons?a=1&b=2" },
};
