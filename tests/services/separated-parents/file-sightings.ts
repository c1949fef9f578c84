import { day } from "@/lib/domain/day";
import { healthOfOwn } from "@/lib/auth/health-proof";
import { readHealth } from "@/lib/services/family-file/health";
import { readFamilyFile } from "@/lib/services/family-file/read-file";
import { readFamilyRequest } from "@/lib/services/request-kinds/detail";
import { readFamilyDocuments } from "@/lib/services/supporting-documents/list-documents";
import { at, diet } from "./couple";
import { contentOf } from "@/tests/support/request-content";
import type { Sighting } from "./sightings";

const today = day(at.slice(0, 10));
const yesOrNo = (seen: boolean) => (seen ? "oui" : "non");

/** What a reader finds of the child's file, and of what a home has filed about it. */
export const fileSightings: Readonly<Record<string, Sighting>> = {
  "le dossier de l’enfant (naissance, régime…)": async ({ childId }, reader) => {
    const { children } = await readFamilyFile(reader.proof);
    const child = children.find(({ id }) => id === childId);
    const isBirthSaid = child?.birthDate === "2015-09-19";
    const isDietSaid = child?.fields?.some(({ value }) => value === diet) ?? false;
    return isBirthSaid === isDietSaid ? yesOrNo(isDietSaid) : "à moitié";
  },
  "la santé de l’enfant (PAI)": async ({ childId }, reader) => {
    const known = await readHealth(healthOfOwn(reader.proof, [childId]), reader.now);
    return yesOrNo(known.get(childId)?.some(({ value }) => value === "oui") ?? false);
  },
  "ce que ce foyer demande d’y changer": async ({ childId }, reader, { asked }) => {
    const { children } = await readFamilyFile(reader.proof);
    const fields = children.find(({ id }) => id === childId)?.fields ?? [];
    return yesOrNo(fields.some(({ pending }) => pending?.value === asked.value));
  },
  "ce que dit sa demande sur le dossier": async (_, reader, { asked, fileNumber }) => {
    const request = await readFamilyRequest(reader.proof, fileNumber);
    if (!request) return "non";
    const said = contentOf(request, "familyFile").changes.some(
      ({ values }) => values?.now === asked.value,
    );
    return said ? "oui" : "sans le dire";
  },
  "ses justificatifs sur l’enfant": async (_, reader, { documentId }) => {
    const { documents } = await readFamilyDocuments(reader.proof, today);
    return yesOrNo(documents.some(({ id }) => id === documentId));
  },
};
