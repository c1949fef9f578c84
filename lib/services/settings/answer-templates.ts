import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { answeredAmong, type AnsweredKind } from "@/lib/domain/answer-template";
import type { RequestKind } from "@/lib/domain/request-kind";
import type { Result } from "@/lib/domain/result";
import { isSameLabel } from "@/lib/domain/setting-code";
import { lastPosition, orderStamp } from "./ordered-list";
import {
  listed,
  saveSetting,
  type LineRefusal,
  type Listed,
  type SettingToSave,
} from "./save-setting";

/** A text that agents start a refusal from, as the town sets it. */
export interface AnswerTemplateSetting {
  readonly name: string;
  readonly text: string;
  readonly kinds: readonly AnsweredKind[];
  /** False: archived, offered on no request. */
  readonly active: boolean;
}

export type ListedTemplate = Listed<AnswerTemplateSetting>;

export interface TemplateList {
  readonly templates: readonly ListedTemplate[];
  readonly orderStamp: string;
}

/** The town's templates in their order, with the archived ones. One statement. */
export async function readTemplateList(
  _agent: Authorized<"manage-settings">,
  db: Pick<Tx, "answerTemplate"> = prisma,
): Promise<TemplateList> {
  const rows = await db.answerTemplate.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] });
  return {
    templates: rows.map(({ id, name, text, kinds, active }) =>
      listed(id, { name, text, kinds: answeredAmong(kinds), active }),
    ),
    orderStamp: orderStamp(rows.map(({ id }) => id)),
  };
}

/** A template as it is offered beside the reason of a refusal. */
export interface OfferedTemplate {
  readonly id: number;
  readonly name: string;
  readonly text: string;
}

/** The templates for requests of one kind, in the town's order. One statement. */
export async function readOfferedTemplates(
  _agent: Authorized<"read-requests">,
  kind: RequestKind,
): Promise<OfferedTemplate[]> {
  return prisma.answerTemplate.findMany({
    where: { active: true, kinds: { has: kind } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, text: true },
  });
}

/** Adds a template or changes one: agents are offered it at once; reasons that were given stay. */
export async function saveTemplate(
  ctx: ActionContext<Authorized<"manage-settings">>,
  input: SettingToSave<AnswerTemplateSetting>,
): Promise<Result<{ id: number }, LineRefusal | "setting-label-taken" | "key-reused">> {
  const { name, text, active } = input.setting;
  const data = { name, text, kinds: answeredAmong(input.setting.kinds), active };
  return saveSetting(
    ctx,
    { ...input, setting: data },
    {
      name: "answer-template",
      table: "AnswerTemplate",
      read: async (tx) => (await readTemplateList(ctx.proof, tx)).templates,
      refuse: (_tx, templates, before) =>
        templates.some(({ id, setting }) => id !== before?.id && isSameLabel(setting.name, name))
          ? "setting-label-taken"
          : null,
      add: async (tx) => {
        const position = (await lastPosition(tx, "AnswerTemplate")) + 1;
        const row = { ...data, position };
        return (await tx.answerTemplate.create({ data: row, select: { id: true } })).id;
      },
      change: async (tx, { id }) => {
        await tx.answerTemplate.update({ where: { id }, data, select: { id: true } });
      },
    },
  );
}
