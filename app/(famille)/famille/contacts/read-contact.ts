import { cache } from "react";
import { idParam } from "@/app/params";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { readContactBook } from "@/lib/services/contacts/list";

/** The contact that a URL names, or null ("introuvable"); read once, for the title and for the page. */
export const readContact = cache(async (text: string) => {
  const { family } = await requireGuardian();
  const today = dayOf(nowMoment());
  const book = await readContactBook(family, today);
  const contact = book.contacts.find(({ id }) => id === idParam(text));
  return contact ? { familyId: family.familyId, contact, book, today } : null;
});
