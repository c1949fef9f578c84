import * as z from "zod/mini";
import { stampSchema } from "@/app/admin/reglages/schema";
import { agentRoles, type AgentScope } from "@/lib/domain/access";

/** Rows of limits that a form may send: more than any agent has. */
const mostRows = 30;

/** "" where the row is empty, "every", or an id. */
const choice = z.string().check(z.regex(/^(|every|[1-9]\d{0,8})$/));
const choices = z._default(z.array(choice).check(z.maxLength(mostRows)), []);

const idOrEvery = (text: string) => (text === "every" ? text : Number(text));

export const agentSchema = z.object({ accountId: z.uuid() });

/** An agent's role, with its limits in rows: an activity and, beside it, an establishment. */
export const rightsSchema = z.pipe(
  z
    .object({
      accountId: z.uuid(),
      role: z.enum(agentRoles, "Choisissez un rôle."),
      activities: choices,
      establishments: choices,
      shown: stampSchema,
      idempotencyKey: z.uuid(),
    })
    .check(
      z.refine(
        ({ activities, establishments }) =>
          activities.length === establishments.length &&
          activities.every((activity, i) => (activity === "") === (establishments[i] === "")),
        {
          path: ["limites"],
          error:
            "Choisissez une activité et un établissement sur chaque ligne, ou laissez-la vide.",
        },
      ),
    ),
  z.transform(({ activities, establishments, ...rest }) => ({
    ...rest,
    scopes: activities.flatMap((activity, i): AgentScope[] =>
      activity === ""
        ? []
        : [
            {
              activityId: idOrEvery(activity),
              establishmentId: idOrEvery(establishments[i] ?? ""),
            },
          ],
    ),
  })),
);
