import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { addDays, type Day } from "@/lib/domain/day";
import { identityOf } from "@/town/live";
import { firstTown } from "@/town/town";
import { known, type DemoTown } from "./town";

/** What the demo town tells today, to everyone and to the families of the Wednesdays; a page that stays. */
export async function writeNews(db: Tx, town: DemoTown, today: Day): Promise<void> {
  const shown = { firstDay: dayToDate(today), lastDay: dayToDate(addDays(today, 21)) };
  await db.news.createMany({
    data: [
      {
        ...shown,
        title: "Le guichet ouvre le jeudi soir",
        text: "Le service éducation vous reçoit **jusqu’à 19 h le jeudi**, sans rendez-vous.\n\nPour tout le reste, le portail est ouvert jour et nuit.",
        audience: "everyone",
      },
      {
        ...shown,
        title: "Mercredis\u00a0: pensez aux bottes",
        text: "Cette semaine les enfants vont au jardin\u00a0:\n\n- des bottes,\n- un vêtement de pluie.",
        audience: "activity",
        activityId: known(town.activities, "CL_MERCREDIS").id,
      },
    ],
  });
  await db.infoPage.create({
    data: {
      slug: "la-cantine-en-pratique",
      title: "La cantine en pratique",
      text: "## Les repas\n\nUn composant bio chaque jour, un repas végétarien par semaine.\n\n## À savoir\n\n- Réservez jusqu’à une semaine avant le repas.\n- Pour un PAI, écrivez au service éducation\u00a0: [nous joindre](/contact).",
      position: 1,
      published: true,
    },
    select: { id: true },
  });
}

/** The demo town's name and how it is reached, as its own agents would have saved it. */
export async function writeIdentity(db: Pick<Tx, "townIdentity">): Promise<void> {
  const { address, openingHours, ...rest } = identityOf(firstTown);
  const row = {
    ...rest,
    address: [...address],
    openingHours: openingHours.map((each) => ({ ...each })),
  };
  await db.townIdentity.create({ data: { id: 1, ...row }, select: { id: true } });
}
