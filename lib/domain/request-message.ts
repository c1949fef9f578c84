/** Who wrote it. Mirrored by the database. */
export const messageSides = ["family", "service"] as const;
export type MessageSide = (typeof messageSides)[number];

/** How long a message may be, in characters. */
export const MESSAGE_MOST = 2000;
