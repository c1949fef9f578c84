import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { unanswered } from "@/lib/domain/authorization";
import {
  contactName,
  isOldEnoughToFetch,
  isPossibleBirthDate,
  mostContacts,
  type ContactPerson,
} from "@/lib/domain/contact";
import { dayOf, type Day } from "@/lib/domain/day";
import type { JournalEvent } from "@/lib/domain/journal-event";
import { done, refused, type Result } from "@/lib/domain/result";
import { writeChangesToFile } from "@/lib/services/authorizations/file-changes";
import { town } from "@/town/town";
import { endAuthorizations } from "./end-authorizations";
import { readContactBook, type ContactBook, type FamilyContact } from "./list";
import { lockContacts } from "./lock";
import { contactPlans, contactQuestions, type ChildAnswers } from "./plan";

export interface ContactInput {
  /** The contact to change and its stamp, as it was read; null to add one. */
  readonly contact: { readonly id: number; readonly shown: string } | null;
  readonly person: ContactPerson;
  /** The children concerned, with what is answered for each. */
  readonly children: readonly ChildAnswers[];
  readonly idempotencyKey: string;
}

/** `submissionId`: of the requests that were filed; null where no authorization has changed. */
export interface ContactAnswer {
  readonly contactId: number;
  readonly submissionId: string | null;
}

type ContactRefusal =
  | "not-found"
  | "contact-birth-date"
  | "contact-too-young"
  | "contact-changed"
  | "contact-unchanged"
  | "too-many-contacts"
  | "answers-missing";

/**
 * Adds or changes a contact of the family. Where an authorization changes, one numbered request a child
 * is filed and processed at once; a child who is not concerned any longer loses what was answered.
 */
export async function saveContact(
  ctx: ActionContext<AuthorizedFamily>,
  input: ContactInput,
): Promise<Result<ContactAnswer, ContactRefusal | "key-reused">> {
  const { idempotencyKey: key, ...payload } = input;
  const { accountId, familyId } = ctx.proof;
  const today = dayOf(ctx.moment);
  return commit({ accountId, now: ctx.now, idempotency: { key, payload } }, async (tx) => {
    await lockContacts(tx, ctx.proof);
    const book = await readContactBook(ctx.proof, today, tx);
    const before = book.contacts.find(({ id }) => id === input.contact?.id) ?? null;
    const refusal = refusalOf(input, book, before, today);
    if (refusal) return refused(refusal);
    const contactId = await writePerson(tx, familyId, before, input.person);
    const left = await writeChildren(tx, contactId, before, input.children);
    const named = { id: contactId, name: contactName(input.person) };
    const plans = contactPlans(book.children, named, input.children, today);
    const filed = plans.length > 0 ? await writeChangesToFile(tx, ctx, plans) : null;
    await endAuthorizations(tx, contactId, left);
    if (before && !filed && !differs(before, input)) return refused("contact-unchanged");
    const leaves = (numbers: readonly number[]) => ({
      value: { contactId, submissionId: filed?.submission.id ?? null },
      events: [eventOf(familyId, contactId, { before, input, numbers })] satisfies [JournalEvent],
      emails: filed ? [filed.email(numbers)] : [],
    });
    return done(filed ? { submissions: [filed.submission], leaves } : leaves([]));
  });
}

function refusalOf(
  { contact, person, children }: ContactInput,
  book: ContactBook,
  before: FamilyContact | null,
  today: Day,
): ContactRefusal | null {
  const mine = (id: number) => book.children.find(({ childId }) => childId === id);
  if (contact && !before) return "not-found";
  if (children.length === 0 || children.some(({ childId }) => !mine(childId))) return "not-found";
  if (contact && before?.stamp !== contact.shown) return "contact-changed";
  if (!contact && book.contacts.length >= mostContacts) return "too-many-contacts";
  if (person.birthDate && !isPossibleBirthDate(person.birthDate, today))
    return "contact-birth-date";
  if (!isOldEnoughToFetch(person.birthDate, town.contacts.minimumAge, today))
    return "contact-too-young";
  const isAnswered = ({ childId, answers }: ChildAnswers): boolean => {
    const child = mine(childId);
    if (!child) return false;
    const questions = contactQuestions(child, contact?.id ?? 0, today);
    const given = answers.map(({ typeId }) => ({ typeId, contactId: contact?.id ?? 0 }));
    return unanswered(child.types, questions, given).length === 0;
  };
  return children.every(isAnswered) ? null : "answers-missing";
}

async function writePerson(
  tx: Tx,
  familyId: number,
  before: FamilyContact | null,
  { birthDate, ...person }: ContactPerson,
): Promise<number> {
  const data = { ...person, familyId, birthDate: birthDate && dayToDate(birthDate) };
  const { id } = before
    ? await tx.contact.update({ where: { id: before.id }, data, select: { id: true } })
    : await tx.contact.create({ data, select: { id: true } });
  return id;
}

/** The children concerned from now on; gives those who are not any longer. */
async function writeChildren(
  tx: Tx,
  contactId: number,
  before: FamilyContact | null,
  children: readonly ChildAnswers[],
): Promise<number[]> {
  const now = new Set(children.map(({ childId }) => childId));
  const left = before?.childIds.filter((childId) => !now.has(childId)) ?? [];
  await tx.contactChild.deleteMany({ where: { contactId, childId: { in: left } } });
  await tx.contactChild.createMany({
    data: [...now].map((childId) => ({ contactId, childId })),
    skipDuplicates: true,
  });
  return left;
}

const personFields = ["civility", "firstName", "lastName", "tie", "phone", "birthDate"] as const;

function changedFields(before: FamilyContact, { person }: ContactInput) {
  return personFields.filter((field) => before[field] !== person[field]);
}

function differs(before: FamilyContact, input: ContactInput): boolean {
  const ids = new Set(input.children.map(({ childId }) => childId));
  const same = ids.size === before.childIds.length && before.childIds.every((id) => ids.has(id));
  return !same || changedFields(before, input).length > 0;
}

/** The journal keeps old and new values of what has changed. */
function eventOf(
  familyId: number,
  contactId: number,
  {
    before,
    input,
    numbers,
  }: { before: FamilyContact | null; input: ContactInput; numbers: readonly number[] },
): JournalEvent {
  const changed = before ? changedFields(before, input) : [];
  const childIds = input.children.map(({ childId }) => childId);
  return {
    kind: before ? "contact-changed" : "contact-added",
    familyId,
    subject: `contact ${contactId}`,
    data: {
      numbers,
      children: before ? { was: [...before.childIds], now: childIds } : { now: childIds },
      fields: Object.fromEntries(
        changed.map((field) => [field, { was: before?.[field] ?? null, now: input.person[field] }]),
      ),
    },
  };
}
