import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import type { ClosedReservations } from "@/lib/domain/closed-by-calendar";
import { dayOf, momentOfInstant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import {
  readTypedYear,
  type TypedSchoolYear,
  type YearProblem,
} from "@/lib/domain/typed-school-year";
import { asJson, saveSchoolYear } from "./school-calendar";
import { lockCalendar, readClosedBy, readSchoolYearList } from "./list-years";
import { stampOf } from "@/lib/services/settings/stamp";

export interface SchoolYearToSave {
  /** The year to change and its stamp, as it was read; null to add one. */
  readonly year: { readonly id: number; readonly shown: string } | null;
  readonly typed: TypedSchoolYear;
  /** What the agent was told that closes, and agreed to; null where nothing was asked. */
  readonly agreed: ClosedReservations | null;
  readonly idempotencyKey: string;
}

/** What the form needs to go on, with all that was typed: also where the page is drawn anew without scripts. */
export interface YearNotSaved {
  readonly typed: TypedSchoolYear;
  readonly problems: readonly YearProblem[];
  readonly closes: ClosedReservations | null;
}

type YearRefusal =
  | "not-found"
  | "settings-changed"
  | "settings-unchanged"
  | "school-year-faulty"
  | "school-year-closes";

type YearAnswer =
  | Result<{ id: number }, never>
  | { ok: false; refusal: YearRefusal | "key-reused"; value: YearNotSaved };

/**
 * Adds a school year, or changes one with its breaks. Where reserved days would close, only once the agent
 * agreed to as many children and days; the reservations stay, for the agent to tell their families.
 */
export async function saveSchoolYearSetting(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...payload }: SchoolYearToSave,
): Promise<YearAnswer> {
  const { year, typed, agreed } = payload;
  let told: Omit<YearNotSaved, "typed"> = { problems: [], closes: null };
  const idempotency = { key, payload };
  const answer = await commit<{ id: number }, YearRefusal>(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency },
    async (tx) => {
      await lockCalendar(tx);
      const { years, calendar } = await readSchoolYearList(ctx.proof, tx);
      const before = years.find(({ id }) => id === year?.id) ?? null;
      if (year && !before) return refused("not-found");
      if (year && before?.stamp !== year.shown) return refused("settings-changed");
      const others = calendar.years.filter(({ name }) => name !== before?.name);
      const read = readTypedYear(typed, others);
      if (!read.ok) {
        told = { problems: read.problems, closes: null };
        return refused("school-year-faulty");
      }
      if (before?.stamp === stampOf(read.value)) return refused("settings-unchanged");
      const after = { ...calendar, years: [...others, read.value] };
      const closes = await readClosedBy(tx, calendar, after, dayOf(momentOfInstant(ctx.now)));
      if (closes.days > 0 && !isSame(closes, agreed)) {
        told = { problems: [], closes };
        return refused("school-year-closes");
      }
      const id = await saveSchoolYear(tx, read.value, before?.id ?? null);
      const was = before && asJson(before);
      return done({
        value: { id },
        events: [
          {
            kind: before ? "school-year-changed" : "school-year-added",
            familyId: null,
            subject: `school year ${id}`,
            data: { was, now: { ...asJson(read.value), closes: { ...closes } } },
          },
        ],
      });
    },
  );
  return answer.ok ? answer : { ...answer, value: { typed, ...told } };
}

/** Whether the agent agreed to just what closes. */
export function isSame(closes: ClosedReservations, agreed: ClosedReservations | null): boolean {
  return agreed?.children === closes.children && agreed.days === closes.days;
}
