import { hashPassword } from "@/lib/auth/password";
import type { Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { dayOf, type Instant, instantOfMoment, moment, momentOfInstant } from "@/lib/domain/day";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { someFamilies } from "@/tests/support/builders/family";
import { writeAnswerTemplates } from "./answer-templates";
import {
  writeAuthorizationTypes,
  writeDrawnAuthorizations,
  writeKnownAuthorizations,
} from "./authorizations";
import { writeAgents } from "./agents";
import { drawFamilies } from "./crowd";
import { demoPassword } from "./demo-accounts";
import { writeDrawnMeans, writeKnownMeans } from "./means";
import { townFacts } from "./facts";
import { pendingFileRequests, writeFamilyFiles, writePendingFile } from "./family-files";
import { writeHistory } from "./history";
import { writeKnownFamilies } from "./known-families";
import { randomFrom } from "./random";
import { drawRecent } from "./recent";
import { drawRhythms } from "./rhythms";
import { writeDocumentTypes, writeKnownDocuments } from "./supporting-documents";
import { writeIdentity, writeNews } from "./news";
import { writeTariffs } from "./tariffs";
import { writeTown } from "./town";

/** Everything drawn is drawn from this number: the same town on every machine. */
export const demoSeed = 20_250_715;

/** When families answered for the authorizations: before any day of the demo. */
const answeredAt = moment("2024-09-10T18:30");

export type SeedOutcome =
  { state: "seeded"; families: number; requests: number } | { state: "kept" };

/**
 * Writes the demo town as it stands at `now`: what was sent before today is there, nothing later.
 * A database that holds an activity is left as it is. Call it in a transaction.
 */
export async function seedDemoTown(db: Tx, now: Instant): Promise<SeedOutcome> {
  if (await db.activity.findFirst({ select: { id: true } })) return { state: "kept" };
  const today = dayOf(momentOfInstant(now));
  const random = randomFrom(demoSeed);
  const passwordHash = await hashPassword(demoPassword);
  const town = await writeTown(db);
  const agent = await writeAgents(db, town, passwordHash);
  const categories = await writeTariffs(db, town, today);
  const known = await writeKnownFamilies(db, town, passwordHash);
  const families = await someFamilies(db, drawFamilies(town, random));
  await writeKnownMeans(db, known.families, categories);
  await writeDrawnMeans(db, families, categories, randomFrom(demoSeed + 2));
  const answered = instantOfMoment(answeredAt);
  const types = await writeAuthorizationTypes(db);
  await writeKnownAuthorizations(db, known.families, types, answered);
  await writeDrawnAuthorizations(db, families, types, randomFrom(demoSeed + 3), answered);
  await writeKnownDocuments(db, known.families, await writeDocumentTypes(db), agent.id, now);
  const everybody = [...known.families, ...families];
  await writeIdentity(db);
  await writeNews(db, town, today);
  await writeAnswerTemplates(db);
  await writeFamilyFiles(db, everybody, { town, random: randomFrom(demoSeed + 4), now });
  const rhythms = drawRhythms(town, families, random);
  const recent = drawRecent(town, families, rhythms, today, randomFrom(demoSeed + 1));
  const sendings = [...known.sendings, ...rhythms, ...recent];
  const requests = await writeHistory(db, sendings, {
    today,
    agent,
    random,
    filedLater: pendingFileRequests,
  });
  await writePendingFile(db, known.families, { random: randomFrom(demoSeed + 5), now });
  await priceUnpriced(db, now);
  await db.auditEvent.create({
    data: {
      at: instantToDate(now),
      kind: "town-seeded",
      subject: townFacts.name,
      data: { seed: demoSeed, families: families.length, requests },
    },
  });
  // PostgreSQL plans for the empty tables that it knew until it looks again.
  await db.$executeRaw`ANALYZE`;
  return { state: "seeded", families: families.length, requests };
}
