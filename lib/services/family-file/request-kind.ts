import "server-only";
import { fieldValueInWords } from "@/lib/domain/family-file-words";
import type { DocumentContent } from "@/lib/domain/issued-document";
import { lineStateLabel } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import type { KindOfRequest } from "@/lib/services/service-requests/kind";
import {
  fileChangesSql,
  filedFileChange,
  type FileChangeRow,
  type FiledFileChange,
} from "./filed-changes";
import { withdrawFileRequest } from "./withdraw";

interface FileContent {
  readonly changes: readonly FiledFileChange[];
  readonly mayRead: boolean;
}

/** Fields of a child's or a guardian's file. */
export const familyFileKind: KindOfRequest<readonly FileChangeRow[], FileContent> = {
  contentSql: fileChangesSql,
  answersSql: Prisma.sql`(SELECT count(*)::int FROM "FamilyFileChange" h WHERE h."requestId" = q.id)`,
  read: (rows, { mayRead }) => ({
    changes: rows.map((line) => filedFileChange(line, mayRead)),
    mayRead,
  }),
  answers: ({ changes }) => changes.length,
  waiting: ({ changes, mayRead }) =>
    mayRead ? changes.filter(({ state }) => state === "pending").length : 0,
  recap: ({ changes }) => fileTable(changes),
  withdraw: withdrawFileRequest,
};

/** Health is not printed: the paper may be shown to anybody. */
function fileTable(changes: readonly FiledFileChange[]): DocumentContent["table"] {
  return {
    titles: ["Information", "Avant", "Demandé"],
    groups: changes.map(({ field, label, state, isHealth, values }) => {
      const said = (value: string | null) => fieldValueInWords(field, value).replaceAll("\n", ", ");
      const unsaid = isHealth ? "information de santé, non imprimée" : "non imprimé";
      return {
        name: label,
        rows: [
          {
            name: values ? said(values.was) : unsaid,
            remarks: [lineStateLabel[state]],
            value: values ? said(values.now) : "",
          },
        ],
      };
    }),
  };
}
