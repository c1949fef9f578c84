"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { removeContact } from "@/lib/services/contacts/remove";
import { saveContact } from "@/lib/services/contacts/save";
import { doneHref } from "./done";
import { contactInput } from "./read-form";
import { addSchema, changeSchema, removalSchema } from "./schema";

export const addContact = action({
  name: "contacts.add",
  role: "guardian",
  schema: addSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, form) => saveContact(ctx, contactInput(form, null)),
  redirectTo: (_input, answer) => doneHref("ajout", answer),
});

export const changeContact = action({
  name: "contacts.change",
  role: "guardian",
  schema: changeSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, { contactId, shown, ...form }) =>
    saveContact(ctx, contactInput(form, { id: contactId, shown })),
  redirectTo: (_input, answer) => doneHref("modification", answer),
});

export const takeContactAway = action({
  name: "contacts.remove",
  role: "guardian",
  schema: removalSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => removeContact(ctx, input),
  redirectTo: (_input, answer) => doneHref("retrait", answer),
});
