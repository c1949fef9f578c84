import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { done, refused, type Result } from "@/lib/domain/result";
import { lockTariffs } from "./lock-tariffs";
import { isNameTaken } from "./name-taken";

export interface CopyToMake {
  /** Null: an empty draft, as a town's first tariffs begin. */
  readonly modelId: number | null;
  readonly name: string;
  readonly idempotencyKey: string;
}

/** A new draft with all that the model holds, but its days; without a model, with no price yet. */
export async function copyVersion(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { idempotencyKey: key, ...payload }: CopyToMake,
): Promise<Result<{ id: number }, "not-found" | "tariff-name-taken" | "key-reused">> {
  const { modelId, name } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      await lockTariffs(tx);
      const model =
        modelId === null ? null : await tx.tariffVersion.findUnique({ where: { id: modelId } });
      if (modelId !== null && !model) return refused("not-found");
      if (await isNameTaken(tx, name, null)) return refused("tariff-name-taken");
      const { id } = await tx.tariffVersion.create({
        data: {
          name,
          state: "draft",
          unknownQuotient: model?.unknownQuotient ?? "highest",
          reductions: model?.reductions ?? [],
          createdAt: instantToDate(ctx.now),
        },
        select: { id: true },
      });
      await tx.$executeRaw`
        INSERT INTO "TariffRule" ("versionId", "unitId", "categoryId", rule)
        SELECT ${id}, "unitId", "categoryId", rule FROM "TariffRule" WHERE "versionId" = ${modelId}`;
      return done({
        value: { id },
        events: [
          {
            kind: "tariff-draft-made",
            familyId: null,
            subject: `tariff ${id}`,
            data: { name, modelId },
          },
        ],
      });
    },
  );
}
