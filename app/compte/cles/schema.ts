import * as z from "zod/mini";
import { passwordSchema } from "../schema";

const unread = "Cette clé d’accès n’a pas pu être lue. Recommencez.";

/** What browsers write bytes in. */
const base64url = z
  .string(unread)
  .check(z.maxLength(20_000, unread), z.regex(/^[\w-]+=*$/, unread));

const credential = { id: base64url, rawId: base64url, type: z.literal("public-key", unread) };

/** What a device that makes a passkey answers (WebAuthn's RegistrationResponseJSON, as far as it is read). */
const madePasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.exactOptional(
      z.array(z.string().check(z.maxLength(30, unread))).check(z.maxLength(10, unread)),
    ),
  }),
});

/** What a passkey that signs answers (AuthenticationResponseJSON). */
export const signedByPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.exactOptional(base64url),
  }),
});

const unnamed = "Donnez un nom à cette clé, pour la reconnaître\u00a0: 60\u00a0caractères au plus.";

export const newPasskeySchema = z.object({
  label: z.string(unnamed).check(z.trim(), z.minLength(1, unnamed), z.maxLength(60, unnamed)),
  passkey: madePasskey,
});

export const confirmedSchema = z.object({
  passkey: signedByPasskey,
  retour: z.optional(z.string().check(z.maxLength(2000))),
});

export const removalSchema = z.extend(passwordSchema, { cle: z.uuid() });
