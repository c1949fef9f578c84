import "server-only";

/**
 * How long the portal waits for its database, in milliseconds: a page that waits holds one of ten
 * connections, so that one lock would silence all of them. See docs/adr/0022.
 */
export const databaseTimeouts = {
  /** For a connection: a new one, or one that another page gives back. */
  connection: 6_000,
  /** For a row or a table that another transaction holds. Under `connection`: who waits for a place gets one. */
  lock: 4_000,
  /** For a statement. */
  statement: 10_000,
  /** For an answer of a server that does not even cut its statements. */
  answer: 12_000,
  /** For a transaction that does nothing. Over the fifteen seconds that `commit` gives one. */
  idleInTransaction: 20_000,
} as const;

/** What PostgreSQL itself enforces, by the names of its settings. */
const ENFORCED = {
  lock_timeout: databaseTimeouts.lock,
  statement_timeout: databaseTimeouts.statement,
  idle_in_transaction_session_timeout: databaseTimeouts.idleInTransaction,
} as const;

export const enforcedSettings: readonly string[] = Object.keys(ENFORCED);

/**
 * Who sets them. "connection": asked for as each connection starts. "role": set by the town with ALTER
 * ROLE, for a pooler that refuses them or gives them to nobody. "none": by nobody, for our own long
 * scripts.
 */
export const timeoutSetters = ["connection", "role", "none"] as const;

/** What the driver is told for a connection. */
export function timeoutSettings(setter: (typeof timeoutSetters)[number]): Record<string, number> {
  const waits = { connectionTimeoutMillis: databaseTimeouts.connection };
  switch (setter) {
    case "connection":
      return { ...waits, ...ENFORCED, query_timeout: databaseTimeouts.answer };
    case "role":
      return { ...waits, query_timeout: databaseTimeouts.answer };
    case "none":
      return waits;
  }
}
