// Import it before anything of the portal: the environment is read once.
process.env["APP_NOW"] = "2026-11-22T10:00";

/** The day of the tests that import this file, in the middle of the school year 2026-2027. */
export const midYear = "2026-11-22T10:00";
