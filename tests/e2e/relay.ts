import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** Stands between a browser and the portal, and breaks as a network does. */
export interface Relay {
  readonly url: string;
  /** From now on each connection is torn once so many bytes have left the browser. */
  cutAfter(bytes: number): void;
  repair(): void;
  stop(): void;
}

export async function startRelay(target: string): Promise<Relay> {
  let limit = Infinity;
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    const portal = connect(Number(new URL(target).port), "localhost");
    let sent = 0;
    for (const [socket, other] of [
      [browser, portal],
      [portal, browser],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
    browser.on("data", (chunk: Buffer) => {
      sent += chunk.length;
      if (sent > limit) browser.resetAndDestroy();
      else portal.write(chunk);
    });
    portal.pipe(browser);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cutAfter: (bytes) => void (limit = bytes),
    repair: () => void (limit = Infinity),
    stop() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
