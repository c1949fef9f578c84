import { prisma } from "@/lib/db";
import { moment } from "@/lib/domain/day";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { schoolYearNamed } from "@/tests/support/booking-drafts";
import { asAccount } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { guardianContext, theDuponts, type Duponts } from "@/tests/support/duponts";
import { midYear } from "@/tests/support/midyear-clock";

export const key = () => crypto.randomUUID();

/** The demo town with the manual's family, and an agent of the education service who is signed in. */
export async function anOffice() {
  const duponts = await theDuponts();
  const agent = await anAccount(prisma, { role: "educationService" });
  await asAccount(agent);
  return { duponts, agent };
}

/** What Madelaine's calendar of 2026-2027 says of one activity, in the middle of the year. */
export async function parentsView({ family }: Duponts, activityLabel: string) {
  const { proof } = guardianContext(family, midYear);
  const schoolYearId = await schoolYearNamed("2026-2027");
  const page = await readBooking(proof, { schoolYearId, moment: moment(midYear) });
  const inscription = page?.context.inscriptions.find((one) => one.activityLabel === activityLabel);
  if (!page || !inscription) throw new Error(`No inscription in ${activityLabel}`);
  return { context: page.context, inscription };
}

/** The last line of the journal. */
export async function lastEvent() {
  return prisma.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
}

/** Where an action sends the browser, or what it answers: a redirection is thrown. */
export async function sentTo(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    (value) => value,
    ({ digest = "" }: { digest?: string }) => digest.split(";")[2],
  );
}

/** What a form sends that starts from these controls: an unticked box is not sent. */
export function sentBy(initial: Readonly<Record<string, string | readonly string[]>>) {
  return Object.fromEntries(Object.entries(initial).filter(([, value]) => value !== ""));
}
