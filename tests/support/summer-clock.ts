// Import it before anything of the portal: the environment is read once. The manual's day: every date of
// the school year 2025-2026 is still to come.
process.env["APP_NOW"] = "2025-07-15T10:09";
