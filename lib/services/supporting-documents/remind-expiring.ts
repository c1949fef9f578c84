import "server-only";
import { commit, type EmailMessage } from "@/lib/commit";
import { dayToDate, instantToDate, prisma } from "@/lib/db";
import { addDays, dayOf, momentOfInstant, type Day, type Instant } from "@/lib/domain/day";
import { done, refused } from "@/lib/domain/result";
import { documentsToRemind } from "@/lib/domain/supporting-document";
import { supportingDocumentExpires } from "@/lib/emails/supporting-document-expires";
import { supportingDocumentsUrl } from "@/lib/urls";
import { town } from "@/town/town";
import { knownDocument } from "./list-documents";
import { visibleTo } from "./read-file";

/** One call writes to that many families at most: a scheduled job has a time limit. */
const mostFamilies = 500;

/**
 * Tells each family, once, of its documents that are about to expire: an e-mail to each guardian who
 * has an account. Returns how many families were told.
 */
export async function remindExpiring(now: Instant): Promise<{ families: number }> {
  const today = dayOf(momentOfInstant(now));
  const last = addDays(today, town.supportingDocuments.remindDaysBefore);
  const families = await prisma.supportingDocument.groupBy({
    by: ["familyId"],
    where: {
      state: "accepted",
      remindedAt: null,
      validUntil: { gte: dayToDate(today), lte: dayToDate(last) },
      type: { active: true, forLate: false },
    },
    orderBy: { familyId: "asc" },
    take: mostFamilies,
  });
  let told = 0;
  for (const { familyId } of families) if (await remindFamily(familyId, today, now)) told += 1;
  return { families: told };
}

/** In one transaction: the rows, the journal and the e-mails. False where nothing was due. */
async function remindFamily(familyId: number, today: Day, now: Instant): Promise<boolean> {
  const due = await dueDocuments(familyId, today);
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return false;
  const to = await prisma.account.findMany({
    where: { active: true, guardians: { some: { familyId } } },
    select: { email: true, firstName: true },
    orderBy: { email: "asc" },
  });
  const written = await commit<null, "told-already">({ accountId: null, now }, async (tx) => {
    const { count } = await tx.supportingDocument.updateMany({
      where: { id: { in: ids }, remindedAt: null },
      data: { remindedAt: instantToDate(now) },
    });
    // Another run was quicker.
    if (count !== ids.length) return refused("told-already");
    return done({
      value: null,
      events: [
        {
          kind: "supporting-document-reminded",
          familyId,
          subject: `family ${familyId}`,
          data: { documents: ids, guardians: to.length },
        },
      ],
      emails: to.map((person) => emailTo(person, due)),
    });
  });
  return written.ok;
}

type Due = Awaited<ReturnType<typeof dueDocuments>>[number];

async function dueDocuments(familyId: number, today: Day) {
  const rows = await prisma.supportingDocument.findMany({
    where: { familyId, type: { active: true, forLate: false }, ...visibleTo(familyId) },
    include: { type: true, child: true, guardian: true },
    orderBy: [{ validUntil: "asc" }, { id: "asc" }],
  });
  const documents = rows.map((row) => {
    const person = row.child ?? row.guardian;
    return {
      ...knownDocument(row),
      id: row.id,
      reminded: row.remindedAt !== null,
      label: row.type.label,
      aboutName: person && `${person.firstName} ${person.lastName}`,
    };
  });
  return documentsToRemind(documents, today, town.supportingDocuments.remindDaysBefore);
}

function emailTo(
  { email, firstName }: { email: string; firstName: string },
  due: readonly Due[],
): EmailMessage {
  return supportingDocumentExpires({
    to: email,
    replyTo: town.department.email,
    firstName,
    documents: due,
    url: supportingDocumentsUrl(),
    town: town.mail.senderName,
  });
}
