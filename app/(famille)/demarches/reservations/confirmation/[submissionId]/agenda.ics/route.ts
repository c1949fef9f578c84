import { agendaFile } from "@/lib/agenda";
import { authorizeFamily, currentActor } from "@/lib/auth";
import { now, nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { readAgenda } from "@/lib/services/reservations/read-submission";
import { publicHost } from "@/lib/urls";
import { town } from "@/town/town";
import { submissionParam } from "../../../submission-param";

/** The family's reservations on the inscriptions of this submission, as a calendar file. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/demarches/reservations/confirmation/[submissionId]/agenda.ics">,
): Promise<Response> {
  const actor = await currentActor();
  const family = authorizeFamily(actor, actor?.familyId ?? null);
  const submissionId = submissionParam((await params).submissionId);
  if (!family || !submissionId) return new Response("Introuvable", { status: 404 });
  const entries = await readAgenda(family, submissionId, dayOf(nowMoment()));
  const file = agendaFile(entries, {
    name: `Réservations – ${town.name}`,
    host: publicHost(),
    now: now(),
  });
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="reservations.ics"',
      "Cache-Control": "no-store",
    },
  });
}
