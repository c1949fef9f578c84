// Imported before anything reads the environment: the database's role sets the timeouts, not we.
process.env["DATABASE_TIMEOUTS"] = "role";
