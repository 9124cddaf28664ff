// Who may import whom. src/README.md draws the same arrows; a rule's comment is what its breaker reads.

// dependency-cruiser knows no TypeScript 7, and its other parser, swc, is not told by it that .tsx files hold JSX.
const swc = require("@swc/core");
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith("x") });

/** Features, lowest first: each may use those before it. */
const ladder = [
  "activity",
  "team",
  "case",
  "outlet",
  "article",
  "claim",
  "relation",
  "agreement",
  "round",
  "comment",
  "conflict",
  "overview",
  "sheet",
  "undo",
];
const anyFeature = "^src/features/([^/]+)/";
const test = "\\.test\\.tsx?$";
/** `rules` and `queries` may become a folder of files when one would be too long; `rules/picture` draws, `rules/report` writes. */
const pure = "(schema\\.ts$|policy\\.ts$|rules\\.ts$|rules/)";
const core = "(queries\\.ts$|queries/|commands/)";
const vocabulary =
  "((schema|rules|policy|queries|loaders|actions)\\.ts$|(rules|rules/picture|rules/report|queries|commands)/[a-z0-9-]+\\.ts$|components/)";

const deny = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const steps = ladder
  .slice(0, -1)
  .map((feature, index) =>
    deny(
      `ladder-${feature}`,
      `${feature} stands below these features: let the page, or the higher feature, bring both together.`,
      { path: `^src/features/${feature}/`, pathNot: test },
      { path: `^src/features/(${ladder.slice(index + 1).join("|")})/` },
    ),
  );

module.exports = {
  forbidden: [
    deny("no-cycles", "Two files that need each other are one file, or hide a third.", {}, { circular: true }),
    deny(
      "resolvable",
      "The import leads nowhere.",
      {},
      { couldNotResolve: true, pathNot: "^(server-only|client-only)$" },
    ),
    deny("app-is-the-top", "Nothing imports pages or routes.", { pathNot: `^src/app/|${test}` }, { path: "^src/app/" }),
    deny(
      "foundations-know-no-feature",
      "What serves every feature must not know one.",
      { path: "^src/(ui|anchoring|dates|platform)/", pathNot: test },
      { path: "^src/features/" },
    ),
    deny(
      "foundations-do-no-io",
      "Controls, anchoring and dates could ship in another product: no database, no session.",
      { path: "^src/(ui|anchoring|dates)/", pathNot: test },
      { path: "^src/platform/" },
    ),
    ...steps,
    deny(
      "known-feature",
      "A new feature takes its place on the ladder in .config/dependency-cruiser.cjs first.",
      {},
      { path: "^src/features/", pathNot: `^src/features/(${ladder.join("|")})/` },
    ),
    deny(
      "no-foreign-edges",
      "Another feature's actions, loaders and components are its own: pages compose features.",
      { path: anyFeature },
      { path: "^src/features/[^/]+/(actions|loaders|components)", pathNot: "^src/features/$1/" },
    ),
    deny(
      "pure-stays-pure",
      "Shapes, rules and policies import only their like, so that browser, server and tests share them.",
      { path: anyFeature + pure, pathNot: test },
      {
        pathNot: `^src/(features/[^/]+/${pure}|anchoring/(?!dom/)|dates/|platform/(actor|errors|fields|mail/quoted)\\.ts$)|node_modules/(zod|canonicalize|d3-(force|hierarchy|scale))/|^(node:)?crypto$`,
      },
    ),
    deny(
      "core-never-reads-the-request",
      "Queries and commands get their context as an argument, so that API, import and CLI can call them.",
      { path: anyFeature + core, pathNot: test },
      { path: "^src/features/[^/]+/(actions|loaders|components)|^src/platform/auth/session|node_modules/next/" },
    ),
    deny(
      "one-door-to-the-database",
      "SQL stands in queries and commands; the health check only asks whether the database answers.",
      { pathNot: `^src/(features/[^/]+/${core}|platform/|testing/|operations/|app/api/health/)|${test}` },
      { path: "^src/platform/db/|node_modules/pg/" },
    ),
    deny(
      "prisma-types-stop-at-queries",
      "What leaves a query has the shape of schema.ts, not of a table.",
      { pathNot: `^src/(generated|platform|testing|operations)/|^src/features/[^/]+/${core}|${test}` },
      { path: "^src/generated/" },
    ),
    deny(
      "components-take-props",
      "Components are given data by the page and act through actions.",
      { path: `${anyFeature}components/` },
      { path: "^src/features/[^/]+/(queries|loaders|commands)|^src/platform/(db|auth|context)" },
    ),
    deny(
      "pages-read-through-loaders",
      "Pages read through loaders and write through actions.",
      { path: "^src/app/", pathNot: "^src/app/api/" },
      { path: `^src/features/[^/]+/${core}` },
    ),
    deny(
      "routes-are-not-pages",
      "Routes adapt queries and commands, with the actor of the token or session.",
      { path: "^src/app/api/" },
      { path: "^src/features/[^/]+/(loaders|actions|components)" },
    ),
    deny(
      "operations-start-things",
      "What the commands are made of is no part of the product.",
      { pathNot: `^(src/(operations|testing)|e2e|\\.config)/|${test}` },
      { path: "^src/operations/" },
    ),
    deny(
      "testing-is-for-tests",
      "Test databases and factories must not reach the product.",
      { pathNot: `^(src/testing|e2e)/|${test}` },
      { path: "^src/testing/" },
    ),
    deny(
      "feature-vocabulary",
      "A feature holds schema, rules, policy, queries, loaders, actions, commands/<verb-noun> and components/ only (rules/ and queries/ as folders, too).",
      {},
      {
        path: "^src/features/",
        pathNot: [anyFeature + vocabulary, test],
      },
    ),
    {
      name: "feature-vocabulary-of-files",
      comment: "As above, for files that nobody imports.",
      severity: "error",
      from: {
        path: "^src/features/",
        pathNot: [anyFeature + vocabulary, test],
      },
      to: {},
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules|^src/generated/" },
    exclude: { path: "^\\.next" },
    webpackConfig: { fileName: ".config/import-alias.cjs" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
