const startedAt = Date.now();

/** One short line on the console, with the seconds since the command began. */
export function say(message) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`[${seconds} s] ${message}`);
}

/** An error whose message is all that the person needs: printed without a stack. */
export class Stop extends Error {}
