import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { town } from "@/town/town";

export const metadata: Metadata = { title: "Mentions légales" };

function Address({
  name,
  lines,
  phone,
}: {
  name: string;
  lines: readonly string[];
  phone: string;
}) {
  return (
    <address className="not-italic">
      {[name, ...lines, `Téléphone\u00a0: ${phone}`].map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}

export default function LegalNoticePage() {
  const { legal } = town;
  return (
    <>
      <PageHeading>Mentions légales</PageHeading>
      <div className="prose">
        <h2>Éditeur</h2>
        <Address name={legal.authority} lines={legal.address} phone={legal.phone} />
        <p>Responsable de la publication&nbsp;: {legal.publicationDirector}.</p>
        <h2>Hébergeur</h2>
        <Address name={legal.host.name} lines={legal.host.address} phone={legal.host.phone} />
        <h2>Logiciel</h2>
        <p>
          Ce portail fonctionne avec Préau, un logiciel libre distribué sous la licence publique de
          Mozilla (MPL&nbsp;2.0). Le caractère typographique est Atkinson Hyperlegible Next, du
          Braille Institute, sous licence SIL Open Font License.
        </p>
        <h2>Liens</h2>
        <p>
          Le portail peut conduire vers d’autres sites. {legal.authority} n’est pas responsable de
          leur contenu.
        </p>
      </div>
    </>
  );
}
