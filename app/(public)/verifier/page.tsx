import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageHeading } from "@/components/ui/page-heading";
import { parseDocumentCode } from "@/lib/domain/document-code";
import { CodeForm } from "./code-form";

type Props = PageProps<"/verifier">;

const wrong =
  "Saisissez les douze lettres et chiffres du numéro. Les lettres I, L, O et U, et les chiffres 0 et 1, n’y sont jamais.";

/** What was typed; null before the form is sent. */
async function typedIn(searchParams: Props["searchParams"]): Promise<string | null> {
  const { numero } = await searchParams;
  return typeof numero === "string" ? numero.trim() : null;
}

/** The title says first that something is wrong: without JavaScript nothing else could. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const isWrong = (await typedIn(searchParams)) !== null;
  return { title: isWrong ? "Erreur\u00a0: vérifier un document" : "Vérifier un document" };
}

export default async function VerifyPage({ searchParams }: Props) {
  const typed = await typedIn(searchParams);
  const code = parseDocumentCode(typed ?? "");
  if (code !== null) redirect(`/verifier/${code}`);
  const error = typed === null ? undefined : wrong;
  return (
    <>
      <PageHeading
        lead={
          "Vous avez reçu un document édité sur ce portail\u00a0? Son numéro montre ce que la commune a délivré, et quand."
        }
      >
        Vérifier un document
      </PageHeading>
      <div className="grid gap-6">
        <ErrorSummary errors={error ? [{ field: "numero", message: error }] : []} />
        <CodeForm typed={typed ?? ""} error={error} />
      </div>
    </>
  );
}
