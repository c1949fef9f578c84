/** A body of more than 1 MB is refused before any action runs: the browser measures first. */
export const MOST_BYTES = 900_000;
/** A file of another kind has thousands: the first ones say enough. */
export const MOST_PROBLEMS = 50;
