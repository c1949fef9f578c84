import { formatPeriod } from "@/lib/domain/day-words";
import { plainText } from "@/lib/domain/person";
import type { Day } from "@/lib/domain/day";
import { headerOf } from "./fields";
import type { KnownGroup, KnownInscription, KnownTown } from "./known-town";
import type { LineProblem } from "./line-texts";
import type { AskedInscription } from "./read-line";

export type PlannedInscription =
  | { readonly kind: "add"; readonly inscription: KnownInscription; readonly group: KnownGroup }
  | { readonly kind: "same" }
  | { readonly kind: "wrong"; readonly problem: LineProblem };

/** The town's groups by the words in which files name them. */
export class GroupFinder {
  private readonly byWord = new Map<string, KnownGroup[]>();
  readonly byId: ReadonlyMap<number, KnownGroup>;

  constructor({ groups }: Pick<KnownTown, "groups">) {
    this.byId = new Map(groups.map((group) => [group.id, group]));
    for (const group of groups)
      for (const word of wordsOf(group))
        this.byWord.set(word, [...(this.byWord.get(word) ?? []), group]);
  }

  /** Groups of that code, label or establishment, of that activity where one is said, open on that day. */
  find({ activity, group, from }: AskedInscription, today: Day): KnownGroup[] {
    const named = (this.byWord.get(plainText(group)) ?? []).filter(
      ({ activityCode, activityLabel }) =>
        activity === "" ||
        [activityCode, activityLabel].some((word) => plainText(word) === plainText(activity)),
    );
    if (named.length <= 1) return named;
    const open = named.filter((one) =>
      from === null ? one.to >= today : one.from <= from && from <= one.to,
    );
    return open.length > 0 ? open : named;
  }
}

function wordsOf({ code, label, establishment }: KnownGroup): Set<string> {
  const words = [
    code,
    establishment,
    ...(label === null ? [] : [label, `${establishment} ${label}`]),
  ];
  return new Set(words.map(plainText));
}

/** `held`: what the child has already, in the town and by earlier lines of the file. */
export function planInscription(
  asked: AskedInscription,
  held: readonly KnownInscription[],
  groups: GroupFinder,
  today: Day,
): PlannedInscription {
  const [group, ...others] = groups.find(asked, today);
  if (!group)
    return wrong(
      "group",
      "Ce groupe n’existe pas au portail. Écrivez son code, comme dans les réglages.",
    );
  if (others.length > 0)
    return wrong(
      "group",
      "Plusieurs groupes ont ce nom\u00a0: écrivez le code du groupe, ou l’activité.",
    );
  const from = asked.from ?? group.from;
  const to = asked.to ?? group.to;
  if (to < from)
    return wrong("to", "Le dernier jour est avant le premier\u00a0: corrigez l’un des deux.");
  if (from < group.from || to > group.to)
    return wrong("from", `Ces dates sortent de celles du groupe (${formatPeriod(group)}).`);
  const isHeld = held.some((one) => one.groupId === group.id && one.from === from && one.to === to);
  if (isHeld) return { kind: "same" };
  const crossed = held.find(
    (one) =>
      groups.byId.get(one.groupId)?.activityId === group.activityId &&
      one.from <= to &&
      from <= one.to,
  );
  if (crossed)
    return wrong(
      "group",
      `L’enfant est déjà inscrit à cette activité (${formatPeriod(crossed)})\u00a0: changez ces dates, ou celles de l’autre inscription dans son dossier.`,
    );
  return { kind: "add", inscription: { groupId: group.id, from, to }, group };
}

function wrong(field: "group" | "from" | "to", message: string): PlannedInscription {
  return { kind: "wrong", problem: { column: headerOf(field), message } };
}
