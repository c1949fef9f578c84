import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { refused } from "@/lib/domain/result";
import type { RequestKind } from "@/lib/domain/request-kind";
import { withdrawFileRequest } from "@/lib/services/family-file/withdraw";
import { withdrawRequest } from "@/lib/services/service-requests/withdraw";
import { withdrawDocuments } from "@/lib/services/supporting-documents/withdraw";

interface Withdrawal {
  readonly number: number;
  readonly idempotencyKey: string;
}

/** Takes back what waits of a request, by its kind; each service knows the requests of its own alone. */
export async function takeBack(
  ctx: ActionContext<AuthorizedFamily>,
  kind: RequestKind,
  input: Withdrawal,
) {
  switch (kind) {
    case "reservations":
      return withdrawRequest(ctx, input);
    case "familyFile":
      return withdrawFileRequest(ctx, input);
    case "supportingDocuments":
      return withdrawDocuments(ctx, input);
    // Processed at once: nothing of them ever waits.
    case "authorizations":
      return refused("already-decided");
  }
}
