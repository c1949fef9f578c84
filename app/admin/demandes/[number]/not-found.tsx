import { RequestNotFound } from "@/components/portal/requests/request-not-found";

export default function NotFound() {
  return (
    <RequestNotFound href="/admin/demandes" label="Voir les demandes à traiter">
      Cette demande n’existe pas, ou ne relève pas de vos activités et de vos établissements.
    </RequestNotFound>
  );
}
