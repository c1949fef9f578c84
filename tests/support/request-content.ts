import type { RequestKind } from "@/lib/domain/request-kind";
import type { RequestDetail } from "@/lib/services/request-kinds/detail";
import type { Contents } from "@/lib/services/request-kinds/registry";

/** What a request holds, which must be of this kind. */
export function contentOf<K extends RequestKind>(
  request: RequestDetail | null,
  kind: K,
): Contents[K] {
  if (request?.kind !== kind) throw new Error(`Not a request of ${kind}: ${request?.kind}`);
  return request.content as Contents[K];
}
