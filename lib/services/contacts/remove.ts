import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type Committed } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import type { ChildPlan } from "@/lib/domain/authorization-plan";
import { contactName } from "@/lib/domain/contact";
import { dayOf, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { writeChangesToFile } from "@/lib/services/authorizations/file-changes";
import { endAuthorizations } from "./end-authorizations";
import { readContactBook, type ContactBook, type FamilyContact } from "./list";
import { lockContacts } from "./lock";
import { contactPlans } from "./plan";
import type { ContactAnswer } from "./save";

export interface RemovalInput {
  readonly contactId: number;
  /** The contact's stamp, as the confirmation showed it. */
  readonly shown: string;
  readonly idempotencyKey: string;
}

/** What ends with the contact: what it was allowed to, child by child. */
export function removalPlans(book: ContactBook, contact: FamilyContact, today: Day): ChildPlan[] {
  return contactPlans(book.children, { id: contact.id, name: contactName(contact) }, [], today);
}

/**
 * Removes a contact. What it was allowed to becomes an interdiction in a numbered request, then stands
 * no longer; the row stays, because the history names it. A child whose authorizations the family may
 * not change keeps what is stored of it: a removed contact does not count.
 */
export async function removeContact(
  ctx: ActionContext<AuthorizedFamily>,
  input: RemovalInput,
): Promise<Result<ContactAnswer, "not-found" | "contact-changed" | "key-reused">> {
  const { idempotencyKey: key, ...payload } = input;
  const { accountId, familyId } = ctx.proof;
  const today = dayOf(ctx.moment);
  return commit({ accountId, now: ctx.now, idempotency: { key, payload } }, async (tx) => {
    await lockContacts(tx, ctx.proof);
    const book = await readContactBook(ctx.proof, today, tx);
    const contact = book.contacts.find(({ id }) => id === input.contactId);
    if (!contact) return refused("not-found");
    if (contact.stamp !== input.shown) return refused("contact-changed");
    await tx.contact.update({
      where: { id: contact.id },
      data: { removedAt: instantToDate(ctx.now) },
      select: { id: true },
    });
    const plans = removalPlans(book, contact, today);
    const filed = plans.length > 0 ? await writeChangesToFile(tx, ctx, plans) : null;
    await endAuthorizations(tx, contact.id, contact.childIds);
    const leaves = (numbers: readonly number[]): Committed<ContactAnswer> => ({
      value: { contactId: contact.id, submissionId: filed?.submission.id ?? null },
      events: [
        {
          kind: "contact-removed",
          familyId,
          subject: `contact ${contact.id}`,
          data: { numbers, children: contact.childIds },
        },
      ],
      emails: filed ? [filed.email(numbers)] : [],
    });
    return done(filed ? { submissions: [filed.submission], leaves } : leaves([]));
  });
}
