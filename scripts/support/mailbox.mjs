import { once } from "node:events";
import { createServer } from "node:http";

/**
 * Stands for Resend in the browser tests, over HTTP: it takes what Resend's own client posts to
 * /emails. `received(n)` waits until there are n e-mails, and gives them with their headers, oldest
 * first.
 */
export async function startMailbox() {
  const mails = [];
  const server = createServer(async (request, response) => {
    const reply = (status, value) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    if (request.method !== "POST" || request.url !== "/emails") return reply(404, {});
    const chunks = await request.toArray();
    mails.push({
      headers: request.headers,
      email: JSON.parse(Buffer.concat(chunks).toString("utf8")),
    });
    reply(200, { id: `mailbox-${mails.length}` });
    server.emit("mail");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async received(count) {
      while (mails.length < count) await once(server, "mail");
      return [...mails];
    },
    empty() {
      mails.length = 0;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
