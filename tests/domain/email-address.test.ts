import { isEmailAddress } from "@/lib/domain/email-address";

test.each([
  "nom@exemple.fr",
  "a&b@exemple.fr",
  "o'brien+cantine@exemple.co.uk",
  "hélène@école-jules-ferry.fr",
  "nom@xn--cole-9oa.fr",
])("%s is one", (text) => expect(isEmailAddress(text)).toBe(true));

test.each([
  "",
  "nom",
  "nom@exemple",
  "nom@exemple.f",
  "nom@.fr",
  "nom@exemple..fr",
  "nom@exemple.fr.",
  "un nom@exemple.fr",
  "a@b@exemple.fr",
  "nom@exemple.fr, autre@exemple.fr",
  "Nom <nom@exemple.fr>",
])("« %s » is none", (text) => expect(isEmailAddress(text)).toBe(false));
