import * as z from "zod/mini";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import {
  readTypedChild,
  readTypedGuardian,
  type TypedChild,
  type TypedGuardian,
} from "@/lib/domain/person";
import { readPhone } from "@/lib/phone";

const typed = z._default(z.string().check(z.maxLength(200, "Raccourcissez ce texte.")), "");

/** The fields of a guardian, as they are typed. */
export const guardianFields = {
  civility: typed,
  firstName: typed,
  lastName: typed,
  email: typed,
  phone: typed,
  otherPhone: typed,
  street: typed,
  complement: typed,
  postcode: typed,
  city: typed,
};

/** The fields of a child, as they are typed. */
export const childFields = {
  firstName: typed,
  lastName: typed,
  birthDate: typed,
  school: typed,
  schoolClass: typed,
};

export const readGuardian = (input: TypedGuardian) => readTypedGuardian(input, readPhone);
export const readChild = (input: TypedChild) => readTypedChild(input, dayOf(nowMoment()));

/** The same reading as the service's own input: each field says what is wrong with it. */
export const everyGuardianFieldRead = z.check<TypedGuardian>(({ value, issues }) => {
  issues.push(...issuesOf(readGuardian(value), value));
});

export const everyChildFieldRead = z.check<TypedChild>(({ value, issues }) => {
  issues.push(...issuesOf(readChild(value), value));
});

function issuesOf(
  read: { ok: true } | { ok: false; errors: Readonly<Record<string, string>> },
  input: unknown,
) {
  if (read.ok) return [];
  return Object.entries(read.errors).map(([field, message]) => ({
    code: "custom" as const,
    input,
    path: [field],
    message,
    continue: true,
  }));
}

/** What was read of checked fields. */
export function known<T>(read: { ok: true; value: T } | { ok: false }): T {
  if (!read.ok) throw new Error("The schema lets through what is not read");
  return read.value;
}
