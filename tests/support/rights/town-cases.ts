import type { RightsCase } from "./rights-case";

const key = () => crypto.randomUUID();

/** What the town is made of: services, establishments, activities, groups. */
export const townCases: Readonly<Record<string, RightsCase>> = {
  "settings.save-department": {
    sends: () => ({
      name: "Service jeunesse",
      email: "jeunesse@clairval.example",
      phone: "01 99 00 14 30",
      idempotencyKey: key(),
    }),
  },
  "settings.save-establishment": {
    sends: () => ({ name: "École Colette", idempotencyKey: key() }),
  },
};
