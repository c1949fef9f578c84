import "server-only";
import type { EmailMessage } from "@/lib/commit";
import { type Reader, readRows } from "@/lib/db/rows";
import type { Period } from "@/lib/domain/day";
import { grouped } from "@/lib/domain/grouped";
import { givenBack, type EndingFee } from "@/lib/domain/closure-figures";
import { dayClosed, type DayClosed } from "@/lib/emails/day-closed";
import { dayReopened } from "@/lib/emails/day-reopened";
import { requestsUrl } from "@/lib/urls";
import { town } from "@/town/town";
import type { ClosingPlace } from "@/lib/services/reservations/closing-dates";
import type { ClosureReading } from "./read-touched";

/** A guardian who is told: each one of a family that has an account in use. */
export interface Person {
  readonly familyId: number;
  readonly email: string;
  readonly firstName: string;
}

/** Whom to tell, of the families of these places that may see the child. One statement. */
export async function readPeople(
  db: Reader,
  { places }: { readonly places: readonly Pick<ClosingPlace, "familyId" | "seen">[] },
): Promise<Person[]> {
  const ids = places.filter(({ seen }) => seen).map(({ familyId }) => familyId);
  return readRows<Person>(db, "readClosurePeople")`
    SELECT DISTINCT p."familyId", a.email, a."firstName"
    FROM "Guardian" p JOIN "Account" a ON a.id = p."accountId" AND a.active
    WHERE p."familyId" = ANY(${[...new Set(ids)]}::int[]) ORDER BY p."familyId", a.email`;
}

interface Told {
  readonly period: Period;
  readonly reason: string;
}

type ToldPlace = Omit<ClosingPlace, "inscriptionId" | "unitId">;

/** One e-mail for all that a family loses, to each of its people. */
export function closedEmails(
  people: readonly Person[],
  { places, fees, lines }: ClosureReading,
  told: Told,
): EmailMessage[] {
  const numbersOf = byFamily(lines);
  const closed = contentOf(places, fees, told);
  return people.map((person) =>
    dayClosed({
      ...closed(person),
      requests: [...new Set((numbersOf.get(person.familyId) ?? []).map(({ number }) => number))],
    }),
  );
}

/** The same for what a family has again. `left`: families of which something had changed meanwhile. */
export function reopenedEmails(
  people: readonly Person[],
  places: readonly ToldPlace[],
  fees: readonly EndingFee[],
  left: ReadonlySet<number>,
  told: Told,
): EmailMessage[] {
  const reopened = contentOf(places, fees, told);
  return people.map((person) =>
    dayReopened({ ...reopened(person), leftAsChanged: left.has(person.familyId) }),
  );
}

function contentOf(places: readonly ToldPlace[], fees: readonly EndingFee[], told: Told) {
  const placesOf = byFamily(places.filter(({ seen }) => seen));
  const feesOf = byFamily(fees);
  return ({ familyId, email, firstName }: Person): Omit<DayClosed, "requests"> => {
    const its = placesOf.get(familyId) ?? [];
    return {
      to: email,
      firstName,
      replyTo: replyTo(its),
      ...told,
      children: childrenOf(its),
      amount: givenBack(its, feesOf.get(familyId) ?? []),
      url: requestsUrl(),
      town: town.mail.senderName,
    };
  };
}

/** The service that answers for all of it; the town's, where several do. */
function replyTo(places: readonly ToldPlace[]): string {
  const [first, ...others] = new Set(places.map(({ departmentEmail }) => departmentEmail));
  return first !== undefined && others.length === 0 ? first : town.department.email;
}

function childrenOf(places: readonly ToldPlace[]): DayClosed["children"] {
  return grouped(places, ({ childId }) => childId).flatMap(([, its]) => {
    const [first] = its;
    return first ? [{ firstName: first.firstName, places: its }] : [];
  });
}

function byFamily<T extends { readonly familyId: number }>(rows: readonly T[]): Map<number, T[]> {
  return new Map(grouped(rows, ({ familyId }) => familyId));
}
