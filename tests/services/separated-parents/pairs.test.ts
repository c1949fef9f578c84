import { prisma } from "@/lib/db";
import { decideRequest } from "@/lib/services/reservations/decide";
import { agentContext } from "@/tests/services/request-kinds/scenario";
import { anAccount } from "@/tests/support/builders/account";
import { bringRowsBack, emptyTables, keepRows } from "@/tests/support/database";
import { emptyStorage } from "@/tests/support/storage/stored";
import { deeds } from "./deeds";
import { expectations } from "./expectations";
import { ctxOf, type Couple, type Ctx, type Home, type Town } from "./couple";
import { fileSightings } from "./file-sightings";
import { aCouple, theTown } from "./homes";
import { sightings } from "./sightings";
import { key } from "./traces";

/**
 * WHAT EACH HOME OF A CHILD SEES AND DOES OF THE OTHER'S
 *
 * The child has two homes. The table is read twice: with the mother's home as « ce foyer » and the
 * father's as « l’autre », then the other way round. Columns: who looks, or tries.
 *
 *   lui       a parent of this home
 *   ici       a parent of both homes, who has chosen this one
 *   autre     a parent of the other home
 *   là-bas    a parent of both homes, who has chosen the other one
 *   personne  a parent of a family that has nothing to do with the child
 *
 * and a home of which a judge has closed one right over the child (the others are open)
 *
 *   -R  it may not reserve      -A  not the authorizations      -D  not the child's file
 *
 * or all three (-RAD): then the child is not shown to it any longer, and what it sent itself remains.
 */
const table = `
| Voir…                                            | lui        | ici        | autre       | là-bas      | personne | lui-R      | lui-A      | lui-D        | autre-R     | autre-A     | autre-D     | lui-RAD      | autre-RAD |
| le jour réservé, dans le calendrier              | réservé    | réservé    | autre foyer | autre foyer | rien     | réservé    | réservé    | réservé      | autre foyer | autre foyer | autre foyer | rien         | rien      |
| le jour qui attend une réponse                   | en attente | en attente | autre foyer | autre foyer | rien     | en attente | en attente | en attente   | autre foyer | autre foyer | autre foyer | rien         | rien      |
| le jour réservé, sur Mon accueil                 | réservé    | réservé    | autre foyer | autre foyer | rien     | réservé    | réservé    | réservé      | autre foyer | autre foyer | autre foyer | rien         | rien      |
| qu’il a été réservé hors délai                   | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | non          | non       |
| le prix du jour réservé                          | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | non          | non       |
| la dépense prévue sur Mon accueil                | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| ses habitudes (Reprendre mon rythme)             | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| son brouillon de réservation                     | oui        | non        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| ses réponses commencées                          | oui        | non        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| sa demande, dans la liste et sur Mon accueil     | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| le détail de sa demande                          | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| la confirmation de son envoi                     | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| le fichier .ics de son envoi                     | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| ses jours, dans mon fichier .ics                 | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| les réponses sur l’enfant (sortir seul, photo…)  | oui        | oui        | oui         | oui         | non      | oui        | non        | oui          | oui         | non         | oui         | non          | non       |
| l’historique de ces réponses                     | oui        | oui        | sans le n°  | sans le n°  | non      | oui        | non        | oui          | sans le n°  | non         | sans le n°  | non          | non       |
| la demande qui a changé ces réponses             | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| ses contacts                                     | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| pour quel enfant ils sont là                     | oui        | oui        | non         | non         | non      | oui        | non        | oui          | non         | non         | non         | non          | non       |
| ses documents édités                             | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| un document dont on a le numéro                  | oui        | oui        | oui         | oui         | oui      | oui        | oui        | oui          | oui         | oui         | oui         | oui          | oui       |
| le dossier de l’enfant (naissance, régime…)      | oui        | oui        | oui         | oui         | non      | oui        | oui        | non          | oui         | oui         | non         | non          | non       |
| la santé de l’enfant (PAI)                       | oui        | oui        | oui         | oui         | non      | oui        | oui        | non          | oui         | oui         | non         | non          | non       |
| ce que ce foyer demande d’y changer              | oui        | oui        | oui         | oui         | non      | oui        | oui        | non          | oui         | oui         | non         | non          | non       |
| ce que dit sa demande sur le dossier             | oui        | oui        | non         | non         | non      | oui        | oui        | sans le dire | non         | non         | non         | sans le dire | non       |
| ses justificatifs sur l’enfant                   | oui        | oui        | non         | non         | non      | oui        | oui        | non          | non         | non         | non         | non          | non       |
| son quotient familial                            | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| les parents du foyer et leurs coordonnées        | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| l’enfant, là où l’on en choisit un               | oui        | oui        | oui         | oui         | non      | oui        | oui        | oui          | oui         | oui         | oui         | non          | non       |
| l’enfant qui n’est que de ce foyer               | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |

| Faire…                                           | lui        | ici        | autre       | là-bas      | personne | lui-R      | lui-A      | lui-D        | autre-R     | autre-A     | autre-D     | lui-RAD      | autre-RAD |
| réserver un jour libre                           | oui        | oui        | oui         | oui         | non      | non        | oui        | oui          | non         | oui         | oui         | non          | non       |
| retirer le jour réservé par ce foyer             | oui        | oui        | non         | non         | non      | non        | oui        | oui          | non         | non         | non         | non          | non       |
| reprendre le jour qui attend une réponse         | oui        | oui        | non         | non         | non      | non        | oui        | oui          | non         | non         | non         | non          | non       |
| demander un jour hors délai                      | oui        | oui        | oui         | oui         | non      | non        | oui        | oui          | non         | oui         | oui         | non          | non       |
| annuler hors délai le jour de ce foyer           | oui        | oui        | non         | non         | non      | non        | oui        | oui          | non         | non         | non         | non          | non       |
| retirer la demande de ce foyer                   | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| répondre aux autorisations de l’enfant           | oui        | oui        | oui         | oui         | non      | oui        | non        | oui          | oui         | non         | oui         | non          | non       |
| confirmer les autorisations de l’enfant          | oui        | oui        | oui         | oui         | non      | oui        | non        | oui          | oui         | non         | oui         | non          | non       |
| ajouter un contact pour l’enfant                 | oui        | oui        | oui         | oui         | non      | oui        | non        | oui          | oui         | non         | oui         | non          | non       |
| changer un contact de ce foyer                   | oui        | oui        | non         | non         | non      | oui        | non        | oui          | non         | non         | non         | non          | non       |
| supprimer un contact de ce foyer                 | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| changer le dossier de l’enfant                   | oui        | oui        | oui         | oui         | non      | oui        | oui        | non          | oui         | oui         | non         | non          | non       |
| reprendre la demande de ce foyer sur le dossier  | oui        | oui        | non         | non         | non      | oui        | oui        | non          | non         | non         | non         | non          | non       |
| déposer un justificatif de l’enfant              | oui        | oui        | oui         | oui         | non      | oui        | oui        | non          | oui         | oui         | non         | non          | non       |
| éditer une attestation de l’enfant               | oui        | oui        | oui         | oui         | non      | oui        | oui        | oui          | oui         | oui         | oui         | non          | non       |
| y lire sa date de naissance                      | oui        | oui        | oui         | oui         | non      | oui        | oui        | non          | oui         | oui         | non         | non          | non       |
| éditer un planning où sont les jours de ce foyer | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | non          | non       |
| éditer le récapitulatif de sa demande            | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | oui          | non       |
| éditer les tarifs selon son quotient             | oui        | oui        | non         | non         | non      | oui        | oui        | oui          | non         | non         | non         | non          | non       |
`;

const expected = expectations(table);
const looks = { ...sightings, ...fileSightings };
let town: Town;
/** Nothing that is only looked at changes it; after each deed its rows are put back. */
let couple: Couple;

// The whole demo town: more than a hook's usual five seconds on a busy machine.
beforeAll(async () => {
  await emptyTables();
  town = await theTown();
}, 120_000);

afterAll(emptyStorage);

const rights = { R: "mayBook", A: "mayAuthorize", D: "maySeeFile" } as const;
const sides = ["mother", "father"] as const;
type Side = (typeof sides)[number];
const otherSide: Readonly<Record<Side, Side>> = { mother: "father", father: "mother" };

/** Whoever a column names, when `side` is « ce foyer ». */
function personOf(column: string, side: Side): Ctx {
  const [who = ""] = column.split("-");
  const [here, there] = [couple[side].family, couple[otherSide[side]].family];
  if (column === "là-bas") return ctxOf(there, 1);
  if (who === "ici") return ctxOf(here, 1);
  if (who === "autre") return ctxOf(there);
  return ctxOf(who === "personne" ? couple.stranger : here);
}

/** Closes the right that a column names while `work` runs. */
async function withRights<V>(column: string, ctx: Ctx, work: () => Promise<V>): Promise<V> {
  const closed = Object.entries(rights).filter(([letter]) =>
    /-(\w+)$/.exec(column)?.[1]?.includes(letter),
  );
  const { familyId } = ctx.proof;
  const set = (open: boolean) =>
    prisma.familyChild.updateMany({
      where: { familyId, childId: couple.childId },
      data: Object.fromEntries(closed.map(([, right]) => [right, open])),
    });
  await set(false);
  try {
    return await work();
  } finally {
    await set(true);
  }
}

test("the table names what is looked at and done, and nothing else", () => {
  expect([...expected.keys()].sort()).toEqual(
    [...Object.keys(looks), ...Object.keys(deeds)].sort(),
  );
});

describe.each(sides)("the things of the %s’s home", (side) => {
  beforeAll(async () => {
    couple = await aCouple(town);
    await keepRows();
  }, 60_000);

  test.each(Object.entries(looks))("seen: %s", async (name, look) => {
    const row = expected.get(name) ?? {};
    const found: Record<string, string> = {};
    for (const column of Object.keys(row)) {
      const reader = personOf(column, side);
      found[column] = await withRights(column, reader, () => look(couple, reader, couple[side]));
    }
    expect(found).toEqual(row);
  });

  test.each(Object.entries(deeds))(
    "done: %s",
    async (name, deed) => {
      const row = expected.get(name) ?? {};
      const found: Record<string, string> = {};
      for (const column of Object.keys(row)) {
        const actor = personOf(column, side);
        const before = await thingsOf(couple[side], couple[otherSide[side]]);
        await prisma.outboxEmail.deleteMany();
        found[column] = await withRights(column, actor, () => deed(couple, actor, couple[side]));
        await expectMailsWithin(actor);
        const after = await thingsOf(couple[side], couple[otherSide[side]]);
        if (found[column] === "non") expect(after).toEqual(before);
        // A document leaves everything as it was.
        else if (JSON.stringify(after) !== JSON.stringify(before)) await bringRowsBack();
      }
      expect(found).toEqual(row);
    },
    120_000,
  );
});

test.each(sides)(
  "the service’s answer to the %s’s home is told to that home alone",
  async (side) => {
    const [home, other] = [couple[side], couple[otherSide[side]]];
    const agent = agentContext(await anAccount(prisma, { role: "activityAgent", scopes: [{}] }));
    await prisma.outboxEmail.deleteMany();
    const decision = {
      decision: "refuse",
      others: "wait",
      lines: "all",
      count: 1,
      reason: "Complet",
    } as const;
    const number = home.numbers.wednesday;
    const untouched = await thingsOf(other);
    expect((await decideRequest(agent, { number, ...decision, idempotencyKey: key() })).ok).toBe(
      true,
    );
    await expectMailsWithin(ctxOf(home.family));
    expect(await prisma.outboxEmail.count()).toBe(1);
    expect(await thingsOf(other)).toEqual(untouched);
    await bringRowsBack();
  },
);

/** No e-mail but to parents of the home that acted. */
async function expectMailsWithin({ proof }: Ctx): Promise<void> {
  const own = await prisma.account.findMany({
    where: { guardians: { some: { familyId: proof.familyId } } },
  });
  const mails = await prisma.outboxEmail.findMany();
  for (const { to } of mails) expect(own.map(({ email }) => email)).toContain(to);
}

/** All that these homes have of their own, but for documents, and what was answered about the child. */
async function thingsOf(...homes: readonly Home[]): Promise<unknown> {
  const ids = homes.map(({ family }) => family.id);
  const [row] = await prisma.$queryRaw<{ all: unknown }[]>`
    SELECT json_build_array(
      (SELECT json_agg(r ORDER BY r."inscriptionId", r.day, r."unitId")
       FROM "Reservation" r WHERE r."familyId" = ANY(${ids}::int[])),
      (SELECT json_agg(q ORDER BY q.number) FROM "ServiceRequest" q WHERE q."familyId" = ANY(${ids}::int[])),
      (SELECT json_agg(l ORDER BY l."requestId", l.day, l."unitId") FROM "RequestLine" l
       JOIN "ServiceRequest" q ON q.id = l."requestId" WHERE q."familyId" = ANY(${ids}::int[])),
      (SELECT json_agg(k ORDER BY k.id) FROM "Contact" k WHERE k."familyId" = ANY(${ids}::int[])),
      (SELECT json_agg(c ORDER BY c."contactId", c."childId") FROM "ContactChild" c
       JOIN "Contact" k ON k.id = c."contactId" WHERE k."familyId" = ANY(${ids}::int[])),
      (SELECT json_agg(a ORDER BY a.id) FROM "Authorization" a WHERE a."childId" = ${couple.childId}),
      (SELECT count(*) FROM "AuthorizationConfirmation" o WHERE o."childId" = ${couple.childId}),
      (SELECT json_agg(c) FROM "Child" c WHERE c.id = ${couple.childId}),
      (SELECT json_agg(h ORDER BY h.id) FROM "FamilyFileChange" h JOIN "ServiceRequest" q ON q.id = h."requestId"
       WHERE q."familyId" = ANY(${ids}::int[])),
      (SELECT json_agg(d ORDER BY d.id) FROM "SupportingDocument" d WHERE d."familyId" = ANY(${ids}::int[])),
      (SELECT json_agg(f ORDER BY f."familyId", f."firstDay") FROM "FamilyQuotient" f
       WHERE f."familyId" = ANY(${ids}::int[]))
    ) AS all`;
  return row?.all;
}
