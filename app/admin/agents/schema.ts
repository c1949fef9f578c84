import * as z from "zod/mini";
import { stampSchema } from "@/app/admin/reglages/schema";
import { agentRoles, type AgentScope } from "@/lib/domain/access";
import { isEmailAddress } from "@/lib/domain/email-address";

/** Rows of limits that a form may send: more than any agent has. */
const mostRows = 30;

/** "" where the row is empty, "every", or an id. */
const choice = z.string().check(z.regex(/^(|every|[1-9]\d{0,8})$/));
const choices = z._default(z.array(choice).check(z.maxLength(mostRows)), []);

const idOrEvery = (text: string) => (text === "every" ? text : Number(text));

export const agentSchema = z.object({ accountId: z.uuid() });

/** What takes a protection away is said twice. */
export const factorResetSchema = z.object({
  accountId: z.uuid(),
  checked: z.literal("1", "Vérifiez d’abord qui le demande, puis cochez la case."),
});

/** The link to open an account, once more. */
export const invitationSchema = z.object({ accountId: z.uuid(), idempotencyKey: z.uuid() });

/** Closes the account, or opens it again. */
export const accountSchema = z.pipe(
  z.object({ accountId: z.uuid(), active: z.enum(["1", "0"]) }),
  z.transform(({ accountId, active }) => ({ accountId, active: active === "1" })),
);

const personName = (missing: string) =>
  z
    .string(missing)
    .check(
      z.trim(),
      z.minLength(1, missing),
      z.maxLength(80, "Raccourcissez\u00a0: 80\u00a0caractères au plus."),
    );

const emailMissing =
  "Donnez une adresse électronique complète, par exemple claude@ville.fr\u00a0: l’invitation y est envoyée.";

const limits = { activities: choices, establishments: choices };

interface Limits {
  readonly activities: readonly string[];
  readonly establishments: readonly string[];
}

/** Each row names both, or neither. */
const wholeRows = z.refine<Limits>(
  ({ activities, establishments }) =>
    activities.length === establishments.length &&
    activities.every((activity, i) => (activity === "") === (establishments[i] === "")),
  {
    path: ["limites"],
    error: "Choisissez une activité et un établissement sur chaque ligne, ou laissez-la vide.",
  },
);

function withScopes<T extends Limits>({ activities, establishments, ...rest }: T) {
  const scopes = activities.flatMap((activity, i): AgentScope[] =>
    activity === ""
      ? []
      : [{ activityId: idOrEvery(activity), establishmentId: idOrEvery(establishments[i] ?? "") }],
  );
  return { ...rest, scopes };
}

/** Who is invited, with a role and its limits. */
export const newAgentSchema = z.pipe(
  z
    .object({
      firstName: personName("Donnez le prénom."),
      lastName: personName("Donnez le nom."),
      email: z
        .string(emailMissing)
        .check(
          z.trim(),
          z.maxLength(200, emailMissing),
          z.refine(isEmailAddress, { error: emailMissing }),
        ),
      role: z.enum(agentRoles, "Choisissez un rôle."),
      ...limits,
      idempotencyKey: z.uuid(),
    })
    .check(wholeRows),
  z.transform(withScopes),
);

/** An agent's role, with its limits in rows: an activity and, beside it, an establishment. */
export const rightsSchema = z.pipe(
  z
    .object({
      accountId: z.uuid(),
      role: z.enum(agentRoles, "Choisissez un rôle."),
      ...limits,
      shown: stampSchema,
      idempotencyKey: z.uuid(),
    })
    .check(wholeRows),
  z.transform(withScopes),
);
