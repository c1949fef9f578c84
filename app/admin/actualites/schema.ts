import * as z from "zod/mini";
import { day, parseDay } from "@/lib/domain/day";
import { newsAudiences, type NewsReaders } from "@/lib/domain/news";
import { chosenIdSchema } from "@/lib/schemas";
import { changedLine, settingLabel } from "../reglages/schema";
import { markdownText } from "../schema";

const aDay = (missing: string) =>
  z.pipe(
    z.string(missing).check(
      z.trim(),
      z.refine((text) => parseDay(text) !== null, { error: missing }),
    ),
    z.transform((text) => day(text)),
  );

/** A select that nothing may be chosen in: it sends an empty text then. */
const chosen = (sentence: string) => z.optional(z.union([z.literal(""), chosenIdSchema(sentence)]));

const activityMissing = "Choisissez l’activité dont les familles lisent cette actualité.";
const establishmentMissing = "Choisissez l’établissement dont les familles lisent cette actualité.";

const typed = z
  .object({
    ...changedLine,
    title: settingLabel,
    text: markdownText,
    firstDay: aDay("Donnez le premier jour\u00a0: jour, mois et année."),
    lastDay: aDay("Donnez le dernier jour\u00a0: jour, mois et année."),
    audience: z.enum(newsAudiences, "Dites pour qui est cette actualité."),
    activityId: chosen(activityMissing),
    establishmentId: chosen(establishmentMissing),
  })
  .check(
    z.refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
      error: "Le dernier jour vient avant le premier. Vérifiez les deux dates.",
      path: ["lastDay"],
    }),
    z.refine(({ audience, activityId }) => audience !== "activity" || Boolean(activityId), {
      error: activityMissing,
      path: ["activityId"],
    }),
    z.refine(
      ({ audience, establishmentId }) => audience !== "establishment" || Boolean(establishmentId),
      { error: establishmentMissing, path: ["establishmentId"] },
    ),
  );

/** Only the place of the chosen readers counts: another select may hold anything. */
export const newsSchema = z.pipe(
  typed,
  z.transform(({ audience, activityId, establishmentId, ...rest }) => ({
    ...rest,
    readers: readersOf(audience, Number(activityId), Number(establishmentId)),
  })),
);

function readersOf(
  audience: (typeof newsAudiences)[number],
  activityId: number,
  establishmentId: number,
): NewsReaders {
  switch (audience) {
    case "everyone":
    case "families":
      return { audience };
    case "activity":
      return { audience, activityId };
    case "establishment":
      return { audience, establishmentId };
  }
}
