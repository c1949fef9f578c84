import { createServer } from "node:http";

/**
 * Stands for Resend in the browser tests, over HTTP: it takes what Resend's own client posts, and
 * gives it back to the tests.
 *
 *   POST   /emails    { from, to, subject, … } → { id }
 *   GET    /received  [{ headers, email }], oldest first
 *   DELETE /received  forgets them
 */
export async function startMailbox() {
  const received = [];
  const server = createServer(async (request, response) => {
    const reply = (status, value) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    if (request.method === "POST" && request.url === "/emails") {
      const chunks = await request.toArray();
      const email = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      received.push({ headers: request.headers, email });
      return reply(200, { id: `mailbox-${received.length}` });
    }
    if (request.url !== "/received") return reply(404, { message: "Not found" });
    if (request.method === "DELETE") received.length = 0;
    return reply(200, received);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
