import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/** Laws that an editor can show while one types; tests/architecture holds them all. */
const product = ["{app,components,lib,town}/**/*.{ts,tsx}", "{proxy,instrumentation}.ts"];
const typescriptFiles = ["**/*.{ts,tsx}"];
const nextFiles = [
  "app/**/{page,layout,template,loading,error,global-error,not-found,global-not-found,default}.tsx",
  "app/**/{robots,sitemap,manifest}.ts",
  "app/**/{icon,apple-icon,opengraph-image}.tsx",
  "**/*.config.{ts,mjs}",
];

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Name it: a default export has no name to search for.",
};
const noReexport = {
  selector: "ExportAllDeclaration, ExportNamedDeclaration[source]",
  message: "No barrels: import it from the file that makes it.",
};
const clock = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: "Time is read in lib/clock.ts; everything else takes `now`.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Time is read in lib/clock.ts; everything else takes `now`.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Chance comes from node:crypto, on the server.",
  },
];

/** `no-restricted-imports` for a folder: patterns and why. */
const restricted = (files, ...patterns) => ({
  files,
  rules: {
    "no-restricted-imports": ["error", { patterns: patterns.map(asPattern) }],
  },
});

/** A list is read as gitignore patterns, a text as a regular expression. */
const asPattern = ([names, message]) =>
  typeof names === "string" ? { regex: names, message } : { group: names, message };

const app = [["@/app/**", "**/app/**"], "Only Next and tests import app."];
const zod = ["^zod(/v\\d)?$", "zod stays on the server; forms share zod/mini (schema.ts)."];

const config = [
  ...next,
  ...typescript,
  {
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    rules: {
      eqeqeq: "error",
      // The law on default exports says it already.
      "import/no-anonymous-default-export": "off",
      "object-shorthand": "error",
      "prefer-const": "error",
      "no-restricted-syntax": ["error", noDefaultExport, noReexport],
    },
  },
  { files: nextFiles, rules: { "no-restricted-syntax": ["error", noReexport] } },
  // A declaration describes another's package as it is.
  { files: ["**/*.d.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: product,
    ignores: nextFiles,
    rules: { "no-restricted-syntax": ["error", noDefaultExport, noReexport, ...clock] },
  },
  {
    files: nextFiles,
    ignores: ["*.config.{ts,mjs}"],
    rules: { "no-restricted-syntax": ["error", noReexport, ...clock] },
  },
  {
    files: ["lib/clock.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport, noReexport] },
  },
  {
    files: ["components/**/*.tsx", "app/**/*.tsx"],
    rules: {
      "jsx-a11y/anchor-has-content": "error",
      "jsx-a11y/anchor-is-valid": "error",
      "jsx-a11y/aria-activedescendant-has-tabindex": "error",
      "jsx-a11y/aria-role": "error",
      "jsx-a11y/click-events-have-key-events": "error",
      "jsx-a11y/heading-has-content": "error",
      "jsx-a11y/html-has-lang": "error",
      "jsx-a11y/iframe-has-title": "error",
      "jsx-a11y/img-redundant-alt": "error",
      "jsx-a11y/interactive-supports-focus": "error",
      "jsx-a11y/label-has-associated-control": ["error", { assert: "either", depth: 4 }],
      "jsx-a11y/mouse-events-have-key-events": "error",
      "jsx-a11y/no-access-key": "error",
      "jsx-a11y/no-autofocus": "error",
      "jsx-a11y/no-distracting-elements": "error",
      "jsx-a11y/no-noninteractive-element-interactions": "error",
      "jsx-a11y/no-redundant-roles": "error",
      "jsx-a11y/no-static-element-interactions": "error",
      "jsx-a11y/scope": "error",
      "jsx-a11y/tabindex-no-positive": "error",
    },
  },
  {
    files: typescriptFiles,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["lib/domain/**/*.ts"],
    rules: { "max-lines-per-function": ["error", { max: 45, skipComments: true }] },
  },
  restricted(["app/**/*.tsx"], zod),
  restricted(["components/**"], app, zod, [
    ["@/lib/{db,commit,auth,env,clock,route}", "@/lib/services/**", "@/lib/generated/**", "node:*"],
    "Components stand on lib/domain and on plain files.",
  ]),
  restricted(["components/ui/**"], app, zod, [
    ["@/lib/**", "@/components/portal/**"],
    "components/ui has not one domain word.",
  ]),
  restricted(["lib/**"], app, [["@/components/**"], "lib knows no component."]),
  restricted(["lib/domain/**"], ["^(?!\\.|@/lib/domain/)", "The domain imports only itself."]),
  { ignores: [".next/**", ".data/**", "lib/generated/**", "next-env.d.ts"] },
];

export default config;
