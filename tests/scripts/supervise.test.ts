// npm start keeps the server standing: tried with programs that die, stand or end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const support = (name: string) => JSON.stringify(path.resolve("scripts/support", `${name}.mjs`));

/** A supervisor of a program that is given, how many times it was started, as `start` (1, 2, …). */
function supervisorOf(program: string, steadyMs: number) {
  const code = `
    import { startNode } from ${support("processes")};
    import { command } from ${support("command")};
    import { supervise } from ${support("supervise")};
    let start = 0;
    await command(() => supervise(
      () => startNode(["-e", "const start = " + (start += 1) + ";" + ${JSON.stringify(program)}]),
      { steadyMs: ${steadyMs}, firstWaitMs: 1, longestWaitMs: 4 },
    ));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code]);
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const ended = async () => {
    const [exitCode] = (await once(child, "close")) as [number | null];
    const lines = said.split("\n").filter((line) => line.startsWith("{"));
    return { exitCode, deaths: lines.map((line) => JSON.parse(line) as unknown) };
  };
  return { child, ended };
}

test("a server that dies is started again, and each death is said", async () => {
  const program = `if (start === 1) process.kill(process.pid, "SIGKILL"); process.exit(start < 4 ? 7 : 0);`;
  expect(await supervisorOf(program, 0).ended()).toEqual({
    exitCode: 0,
    deaths: [
      { level: "error", what: "server died", code: 1, signal: "SIGKILL", starts: 1, waitMs: 1 },
      { level: "error", what: "server died", code: 7, signal: null, starts: 2, waitMs: 1 },
      { level: "error", what: "server died", code: 7, signal: null, starts: 3, waitMs: 1 },
    ],
  });
});

test("one that never stood is left with its own message", async () => {
  expect(await supervisorOf("process.exit(1)", 60_000).ended()).toEqual({
    exitCode: 1,
    deaths: [],
  });
});

test("asked to stop, it stops the server and starts none again", async () => {
  const program = `
    process.on("SIGTERM", () => { console.log("asked"); process.exit(143); });
    setInterval(() => undefined, 1000);
    console.log("standing");`;
  const { child, ended } = supervisorOf(program, 0);
  let said = "";
  child.stdout.on("data", (text: Buffer) => {
    said += text.toString();
    if (said === "standing\n") child.kill("SIGTERM");
  });
  expect(await ended()).toEqual({ exitCode: 143, deaths: [] });
  expect(said).toBe("standing\nasked\n");
});
