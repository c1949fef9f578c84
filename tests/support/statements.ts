import pg from "pg";

/** Runs `work` and tells which SQL statements went to PostgreSQL meanwhile, in order. */
export async function withStatements<V>(
  work: () => Promise<V>,
): Promise<{ sent: V; statements: string[] }> {
  const statements: string[] = [];
  const spy = jest.spyOn(pg.Client.prototype, "query");
  const record = (statement: unknown) => {
    const text = typeof statement === "string" ? statement : (statement as { text?: string }).text;
    statements.push((text ?? "?").trim());
  };
  try {
    const sent = await work();
    for (const [statement] of spy.mock.calls) record(statement);
    return { sent, statements };
  } finally {
    spy.mockRestore();
  }
}
