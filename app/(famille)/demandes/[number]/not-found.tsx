import { RequestNotFound } from "@/components/portal/requests/request-not-found";

export default function NotFound() {
  return (
    <RequestNotFound href="/demandes" label="Voir mes demandes">
      Cette demande n’existe pas, ou n’est pas celle du foyer affiché. Si vous avez deux foyers,
      changez de foyer en haut de la page, puis revenez.
    </RequestNotFound>
  );
}
