/** Of the official file: a body of more than 1 MB is refused before any action runs. */
export const MOST_BYTES = 900_000;
