"use server";

import { action } from "@/lib/action";
import { ofTheFamilySent } from "@/lib/action/of-family";
import { removeContact } from "@/lib/services/contacts/remove";
import { saveContact } from "@/lib/services/contacts/save";
import { doneHref } from "./done-words";
import { contactInput } from "./read-form";
import { addSchema, changeSchema, removalSchema } from "./schema";

export const addContact = action({
  ...ofTheFamilySent,
  name: "contacts.add",
  schema: addSchema,
  run: (ctx, form) => saveContact(ctx, contactInput(form, null)),
  redirectTo: (_input, answer) => doneHref("ajout", answer),
});

export const changeContact = action({
  ...ofTheFamilySent,
  name: "contacts.change",
  schema: changeSchema,
  run: (ctx, { contactId, shown, ...form }) =>
    saveContact(ctx, contactInput(form, { id: contactId, shown })),
  redirectTo: (_input, answer) => doneHref("modification", answer),
});

export const takeContactAway = action({
  ...ofTheFamilySent,
  name: "contacts.remove",
  schema: removalSchema,
  run: (ctx, input) => removeContact(ctx, input),
  redirectTo: (_input, answer) => doneHref("retrait", answer),
});
