import { availableParallelism } from "node:os";
import nextJest from "next/jest.js";

const withNext = nextJest({ dir: "./" });
const tests = "<rootDir>/tests";
const withDatabase = ["services", "actions", "emails", "scripts"].map(
  (name) => `${tests}/${name}/`,
);
/** Packages that exist as ES modules only: Jest runs CommonJS, so it translates them. */
const translated = [
  "temporal-polyfill",
  "temporal-spec",
  "temporal-utils",
  "jose",
  "openid-client",
  "uuid",
  "s3mini",
  "@remix-run",
  "unpdf",
];

/** next/jest completes one configuration; several projects are completed one by one. */
async function project(displayName, own) {
  const completed = await withNext({
    displayName,
    testEnvironment: "node",
    moduleNameMapper: {
      "^@/(.*)$": "<rootDir>/$1",
      // Prisma's client imports the ES modules of its runtime; Jest runs their CommonJS twins.
      "^@prisma/client/runtime/(.*)\\.mjs$": "<rootDir>/node_modules/@prisma/client/runtime/$1.js",
      // Exported to those who import, and Jest requires.
      "^unpdf/pdfjs$": "<rootDir>/node_modules/unpdf/dist/pdfjs.mjs",
    },
    ...own,
  })();
  return {
    ...completed,
    transformIgnorePatterns: [`/node_modules/(?!(${translated.join("|")})/)`],
  };
}

const onDatabase = {
  globalSetup: `${tests}/support/row-shapes/global-setup.config.ts`,
  setupFiles: [`${tests}/support/database-environment.ts`, `${tests}/support/row-shapes/check.ts`],
  setupFilesAfterEnv: [`${tests}/support/database-hooks.ts`],
};

export default async () => ({
  // On two cores Jest would take one. Each worker has its database.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Nothing waits for a time: generous, for a machine with fourteen at work.
  testTimeout: 60_000,
  projects: [
    // Everything that needs no database.
    await project("domain", {
      testMatch: [`${tests}/*/**/*.test.{ts,tsx}`],
      testPathIgnorePatterns: [
        ...withDatabase,
        `${tests}/architecture/`,
        `${tests}/e2e/`,
        `${tests}/bench/`,
      ],
    }),
    await project("architecture", { testMatch: [`${tests}/architecture/*.test.ts`] }),
    await project("services", {
      testMatch: withDatabase.map((folder) => `${folder}**/*.test.{ts,tsx}`),
      ...onDatabase,
    }),
  ],
});
