import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { RequestKind } from "@/lib/domain/request-kind";
import type { Withdrawal } from "@/lib/services/service-requests/kind";
import { requestKind } from "./registry";

/** Takes back what waits of a request, by its kind: each knows the requests of its own alone. */
export function takeBack(
  ctx: ActionContext<AuthorizedFamily>,
  { kind, ...input }: Withdrawal & { readonly kind: RequestKind },
) {
  return requestKind[kind].withdraw(ctx, input);
}
