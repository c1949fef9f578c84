import type { ChildProcess, StdioOptions } from "node:child_process";

export interface RunningApp {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

export function startApp(options: {
  databaseUrl: string;
  port: number;
  env?: Readonly<Record<string, string>>;
  stdio?: StdioOptions;
}): Promise<RunningApp>;
