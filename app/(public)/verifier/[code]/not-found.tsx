import type { Metadata } from "next";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { town } from "@/town/town";
import { CodeForm } from "../code-form";

export const metadata: Metadata = { title: "Document introuvable", robots: { index: false } };

/** No document has that number. */
export default function DocumentNotFound() {
  const { department } = town;
  return (
    <>
      <PageHeading>Document introuvable</PageHeading>
      <div className="grid gap-6">
        <Callout tone="warning" title="La commune n’a délivré aucun document sous ce numéro">
          <p>
            {
              "Relisez-le sur le papier et saisissez-le à nouveau. S’il est bien celui du papier, ce document ne vient pas de ce portail\u00a0: écrivez à "
            }
            <a className="underline" href={`mailto:${department.email}`}>
              {department.email}
            </a>
            .
          </p>
        </Callout>
        <CodeForm />
      </div>
    </>
  );
}
