// Imported before anything reads the environment: our own long scripts, the seed, have no timeouts.
process.env["DATABASE_TIMEOUTS"] = "none";
