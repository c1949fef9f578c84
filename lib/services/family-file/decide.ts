import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { EmailMessage } from "@/lib/commit";
import { plural } from "@/lib/domain/day-words";
import { familyFields, type FamilyField } from "@/lib/domain/family-file";
import { fileChangeInWords } from "@/lib/domain/family-file-words";
import { done, refused, type Result } from "@/lib/domain/result";
import { filingDecided } from "@/lib/emails/filing";
import { Prisma } from "@/lib/generated/prisma/client";
import { decide, type Decided } from "@/lib/services/service-requests/decide";
import { filingMessage } from "@/lib/services/service-requests/filing";
import type { Answer, DecidedKind, Outcome } from "@/lib/services/service-requests/settling";
import { settledFile, type LockedFile, type LockedFileChange } from "./settle";

export interface FileDecision extends Answer {
  /** The lines decided on. */
  readonly fields: readonly FamilyField[];
}

const deciding: DecidedKind<
  Authorized<"decide-files">,
  LockedFile,
  FileDecision,
  LockedFileChange,
  "request-changed"
> = {
  ...settledFile,
  // Those who decide on files see the whole town.
  reach: () => Prisma.sql`TRUE`,
  choose: ({ lines }, { fields }) => {
    const chosen = lines.filter(
      ({ field, state }) => state === "pending" && fields.includes(field),
    );
    return chosen.length > 0 && chosen.length === new Set(fields).size
      ? done(chosen)
      : refused("request-changed");
  },
  email: emailOf,
};

/** An agent's decision on waiting lines of a request about the file, under the lock of whom it is about. */
export function decideFileChanges(
  ctx: ActionContext<Authorized<"decide-files">>,
  input: FileDecision,
): Promise<Result<Decided, "request-changed" | "not-found" | "already-decided" | "key-reused">> {
  return decide(deciding, ctx, input);
}

function emailOf(
  filing: LockedFile,
  lines: readonly LockedFileChange[],
  outcome: Outcome,
): EmailMessage {
  const count = lines.length;
  return filingDecided({
    ...filingMessage(filing, outcome.state),
    verdict:
      outcome.decision === "accept"
        ? plural(count, "information acceptée", "informations acceptées")
        : plural(count, "information refusée", "informations refusées"),
    left:
      outcome.left > 0
        ? plural(outcome.left, "information reste à examiner", "informations restent à examiner")
        : null,
    lines: lines.map((line) => fileChangeInWords(line.field, readable(filing, line))),
    reason: outcome.reason,
  });
}

/** Health is never written in an e-mail, nor what the sender may no longer see. */
function readable({ mayRead }: LockedFile, line: LockedFileChange) {
  return mayRead && !familyFields[line.field].isHealth ? line : null;
}
