import { aRow, csvOf } from "@/tests/support/town-import";
import type { RightsCase } from "./rights-case";

const key = () => crypto.randomUUID();

/** What administrators do with a file of families, and nobody else. */
export const importCases: Readonly<Record<string, RightsCase>> = {
  "town-import.prepare": {
    sends: () => {
      const form = new FormData();
      form.set("file", new File([csvOf([aRow()])], "familles.csv"));
      form.set("idempotencyKey", key());
      return form;
    },
  },
  "town-import.say-columns": {
    sends: (w) => ({
      importId: w.importing.id,
      columns: w.importing.columns,
      idempotencyKey: key(),
    }),
  },
  "town-import.decide-line": {
    sends: (w) => ({ importId: w.importing.id, line: 2, choice: "other", idempotencyKey: key() }),
  },
  "town-import.carry-out": {
    sends: (w) => ({
      importId: w.importing.id,
      shown: w.importing.stamp,
      leavesOut: "1",
      idempotencyKey: key(),
    }),
  },
};
