// What the bundler makes of imports that are not code. The same loaders run in the tests (vitest.config.ts).

/** A page precompiled by Handlebars: hand it to `Handlebars.template` of "handlebars/runtime.js". */
interface CompiledPage extends TemplateSpecification {
  /** Every partial the page uses, also through other partials, by its name. */
  partials: Record<string, TemplateSpecification>;
}

declare module "*.hbs" {
  const page: CompiledPage;
  export default page;
}

declare module "*.css" {
  const text: string;
  export default text;
}

// The package types its runtime as an empty module, although it has everything but the compiler.
declare module "handlebars/runtime.js" {
  import Handlebars from "handlebars";
  export default Handlebars;
}
