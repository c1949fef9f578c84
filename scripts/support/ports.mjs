import { connect, createServer } from "node:net";

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The wanted port, or a free one where it is taken. */
export function portOr(wanted) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", () => freePort().then(resolve, reject));
    // No address: like Next, every interface, so that a port taken on one of them counts as taken.
    server.listen(wanted, () => server.close(() => resolve(wanted)));
  });
}

/** Whether something listens on this machine's port. */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
