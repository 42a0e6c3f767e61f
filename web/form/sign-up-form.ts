import { formWords } from "./form-words.ts";

/** A part of the form, for a page or for a text to copy. */
export interface Part {
  tag: string;
  attributes: Record<string, string>;
  children: (Part | string)[];
}

/** Whose form it is, for which offer and in which language. */
export interface FormOptions {
  /** The site that takes the sign-up, such as "https://try.example.com". */
  origin: string;
  brand: string;
  locale: keyof typeof formWords;
  /** The front page's offer when left out. */
  offer?: string | undefined;
  /** What else is sent along unseen, such as where the visitor came from. */
  hidden?: Record<string, string>;
}

/** The sign-up form for another site: plain fields that a browser sends by itself, without a style of its own. */
export function signUpForm({ origin, brand, locale, offer, hidden = {} }: FormOptions): Part {
  const words = formWords[locale];
  const unseen = { ...(offer ? { offer } : {}), locale, "consent.version": words.version, ...hidden };
  const email = { name: "email", type: "email", autocomplete: "email", maxlength: "254", required: "" };
  const name = { name: "name", type: "text", autocomplete: "given-name", maxlength: "100" };
  const consent = { name: "consent.marketing", type: "checkbox", value: "true" };
  return part("form", { class: "tastemaker-form", method: "post", action: `${origin}/trials`, lang: locale }, [
    ...Object.entries(unseen).map(([key, value]) => part("input", { type: "hidden", name: key, value })),
    line(part("label", {}, [words.email, " ", part("input", email)])),
    line(part("label", {}, [`${words.name} (${words.optional})`, " ", part("input", name)])),
    line(part("label", {}, [part("input", consent), " ", words.consent(brand)])),
    line(part("button", { type: "submit" }, [words.send])),
  ]);
}

function line(child: Part): Part {
  return part("p", {}, [child]);
}

function part(tag: string, attributes: Record<string, string>, children: (Part | string)[] = []): Part {
  return { tag, attributes, children };
}
