import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedEmail {
  headers: IncomingHttpHeaders;
  body: {
    from: string;
    to: string | string[];
    reply_to?: string | string[];
    subject: string;
    text: string;
    html: string;
    headers: Record<string, string>;
  };
}

/** What the provider answers: a status and a body. */
export type Answer = (count: number) => { status: number; body: object } | "hang up";

/** A local HTTP server that plays the e-mail provider and keeps what it was given. */
export interface MailServer {
  url: string;
  received: ReceivedEmail[];
  /** Changes the answers; by default everything is accepted. */
  answer(with_: Answer): void;
  close(): Promise<void>;
}

const accept: Answer = (count) => ({ status: 200, body: { id: `provider-${count}` } });

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedEmail[] = [];
  let current = accept;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as ReceivedEmail["body"];
      received.push({ headers: request.headers, body });
      const answer = current(received.length);
      if (answer === "hang up") return void request.socket.destroy();
      response.writeHead(answer.status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: (with_) => void (current = with_),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
