import { stopAll } from "./processes.mjs";
import { Stop } from "./say.mjs";

/** Runs a command's `main`: what it returns is the exit code, a `Stop` a sentence on the console. */
export async function command(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? `\n✖ ${error.message}` : error);
    process.exitCode = 1;
  } finally {
    await stopAll();
  }
}
