// Who may import whom. Every rule names its reason; `npm run check` and test/architecture.test.ts run them.
const entryFiles = "^functions/[a-z-]+[.]ts$";
const parsers = ["handlebars", "html-to-text", "mjml", "postal-mime", "yaml"];
const library = (names) => `^node_modules/(@types/)?(${names.join("|")})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: "rules-are-pure",
      severity: "error",
      comment:
        "Rules decide; what they decide about is handed in. They may use rules, zod, calendar arithmetic, hashes and parsers.",
      from: { path: "^functions/[^/]+/rules/" },
      to: {
        pathNot: [
          "^functions/[^/]+/rules/",
          library(["zod", "temporal-polyfill", "temporal-spec", ...parsers]),
          "^(node:)?(crypto|url)$",
          // Arithmetic on instants, names of due partitions, encoding; test/architecture.test.ts refuses clock.ts's now().
          "^functions/platform/(clock|work-rows|encoded-words)[.]ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "rules-know-no-store",
      severity: "error",
      comment: "Not even a rule's types may follow the shape of a row, or a change of storage would change the rules.",
      from: { path: "^functions/[^/]+/rules/" },
      to: { path: "^functions/[^/]+/[a-z-]*store[.]ts$|^node_modules/@aws-sdk/" },
    },
    {
      name: "sdk-in-platform-and-stores",
      severity: "error",
      comment: "Verbs speak of the product's things; only platform and stores know that they lie in AWS.",
      from: { path: "^functions/", pathNot: ["^functions/platform/", "^functions/[^/]+/[a-z-]*store[.]ts$"] },
      to: { path: "^node_modules/@aws-sdk/" },
    },
    {
      name: "stores-are-for-verbs",
      severity: "error",
      comment: "A page or an entry file that reads rows itself goes past the verb that knows what they mean.",
      from: { path: [entryFiles, "^functions/http/", "^functions/platform/", "^functions/[^/]+/rules/"] },
      to: { path: "^functions/[^/]+/[a-z-]*store[.]ts$" },
    },
    {
      name: "nothing-imports-an-entry-file",
      severity: "error",
      comment: "An entry file is a deployed function: importing it would run its set-up and drag its bundle along.",
      from: { pathNot: "^test/" },
      to: { path: entryFiles },
    },
    {
      name: "platform-knows-no-noun",
      severity: "error",
      comment: "Platform is what every noun stands on; knowing one would close a circle.",
      from: { path: "^functions/platform/" },
      to: { path: "^functions/", pathNot: "^functions/platform/" },
    },
    {
      name: "nouns-know-no-http",
      severity: "error",
      comment: "Verbs answer with values; http alone turns them into pages and status codes.",
      from: { path: "^functions/[^/]+/", pathNot: "^functions/http/" },
      to: { path: "^functions/http/" },
    },
    {
      name: "functions-stand-alone",
      severity: "error",
      comment: "What is deployed must not need what deploys it, runs it locally or shows it.",
      from: { path: "^functions/" },
      to: { path: "^(infra|local|web|test|bench|tools)/" },
    },
    {
      name: "infra-sees-setting-names-only",
      severity: "error",
      comment: "Infra places files and hands over settings; behaviour of the functions is not its business.",
      from: { path: "^infra/" },
      to: { path: "^(functions|local|web|test|bench)/", pathNot: "^functions/platform/settings[.]ts$" },
    },
    {
      name: "infra-takes-types-only",
      severity: "error",
      comment:
        "The setting names are a type; running code of the functions during synthesis would tie the two together.",
      from: { path: "^infra/" },
      to: { path: "^functions/platform/settings[.]ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "local-reads-the-assembly",
      severity: "error",
      comment: "The local product is made of cdk.out alone; a short cut past it would let the two drift.",
      from: { path: "^local/" },
      to: { path: "^(infra|functions|web|test|bench)/" },
    },
    {
      name: "console-sees-the-api-only",
      severity: "error",
      comment: "The console is one client of the API like any other; it has the generated client and nothing else.",
      from: { path: "^web/console/" },
      to: { path: "^(infra|functions|local|test|bench)/" },
    },
    {
      name: "only-rules-load-later",
      severity: "error",
      comment:
        "What is loaded later is bundled apart, with its own copy of all it imports: two copies of a state would disagree.",
      from: { path: "^functions/" },
      to: { dynamic: true, pathNot: "^functions/[^/]+/rules/" },
    },
    {
      name: "no-circular-files",
      severity: "error",
      comment: "Files in a circle can only be understood, tested and moved together.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-circular-nouns",
      severity: "error",
      comment: "Nouns meet through events; two that import each other's verbs have become one.",
      scope: "folder",
      from: { path: "^functions/[^/]+$" },
      to: { circular: true },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "An import that leads nowhere fails only when it runs.",
      from: {},
      to: { couldNotResolve: true, pathNot: "^aws-lambda$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "[.]d[.]ts$|^dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".hbs", ".css"],
    },
  },
};
