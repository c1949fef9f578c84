import { changesInWords, instantInWords, spanInWords } from "@/components/portal/requests/words";
import { InnerLink } from "@/components/ui/inner-link";
import { DescriptionList } from "@/components/ui/description-list";
import { capital, formatDay } from "@/lib/domain/day-words";
import { aboutInWords } from "@/lib/domain/service-request";
import type { RequestDetail } from "@/lib/services/request-kinds/detail";

/** What is asked, for the agent: with the group's own code. */
export function RequestFacts({ request }: { request: RequestDetail }) {
  const group = [request.groupLabel, request.groupCode].filter(Boolean).join(", ");
  const span = spanInWords(request);
  return (
    <DescriptionList
      items={[
        { term: span ? "Activité" : "Objet", detail: request.subject },
        ...(span
          ? [
              { term: "Établissement", detail: request.establishmentLabel },
              { term: "Groupe", detail: group },
              { term: "Période", detail: capital(span) },
            ]
          : []),
        {
          term: "Changements",
          detail: changesInWords(request),
        },
        { term: "Envoyée par", detail: request.by },
        { term: "Reçue", detail: capital(instantInWords(request.createdAt)) },
      ]}
    />
  );
}

/** The child and the guardians, with the ways to reach them. */
export function FamilyFacts({
  request,
  opensFile,
}: {
  request: RequestDetail;
  /** Whether the agent may read the family's own page. */
  opensFile: boolean;
}) {
  return (
    <DescriptionList
      items={[
        {
          term: "Famille",
          detail: opensFile ? (
            <InnerLink href={`/admin/familles/${request.familyId}`} className="text-link">
              {request.familyName}
            </InnerLink>
          ) : (
            request.familyName
          ),
        },
        aboutInWords(request.about),
        ...(request.birthDate
          ? [{ term: "Date de naissance", detail: formatDay(request.birthDate, "dateMedium") }]
          : []),
        ...request.guardians.map((guardian) => ({
          term: guardian.name,
          detail: <Reach phone={guardian.phone} email={guardian.email} />,
        })),
      ]}
    />
  );
}

function Reach({ phone, email }: { phone: string | null; email: string | null }) {
  if (phone === null && email === null) return "Ni téléphone ni adresse électronique";
  return (
    <>
      {phone ? (
        <a className="text-link block" href={`tel:${phone.replace(/\s/g, "")}`}>
          {phone}
        </a>
      ) : null}
      {email ? (
        <a className="text-link block" href={`mailto:${email}`}>
          {email}
        </a>
      ) : null}
    </>
  );
}
