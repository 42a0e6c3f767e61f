/** The MJML that an email's body is made of, offered by the code editor beside HTML's own tags. */
export const mjmlTags = {
  "mj-text": { attrs: { "mj-class": null, align: ["left", "center", "right"] } },
  "mj-button": { attrs: { href: null, "mj-class": null, align: ["left", "center", "right"] } },
  "mj-image": { attrs: { src: null, alt: null, width: null, href: null } },
  "mj-section": { attrs: { "mj-class": null, padding: null } },
  "mj-column": { attrs: { width: null } },
  "mj-spacer": { attrs: { height: null } },
  "mj-divider": { attrs: { "mj-class": null } },
  "mj-table": { attrs: { "mj-class": null } },
};
