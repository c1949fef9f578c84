import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A real SMTP server on this machine, that keeps what it was given. */
export interface TestSmtpServer {
  readonly url: string;
  readonly received: { readonly from: string; readonly to: string[]; readonly text: string }[];
  /** Addresses that it refuses for good, and for the moment. */
  readonly refuses: { unknown: string; busy: string };
  close(): Promise<void>;
}

export const smtpUser = { name: "portail", password: "p@ss/word" };

export async function startSmtpServer(): Promise<TestSmtpServer> {
  const received: TestSmtpServer["received"] = [];
  const refuses = { unknown: "inconnu@exemple.fr", busy: "occupe@exemple.fr" };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) =>
      username === smtpUser.name && password === smtpUser.password
        ? callback(null, { user: username })
        : callback(new Error("No such user")),
    onRcptTo: ({ address }, _session, callback) => {
      if (address === refuses.unknown) return callback(withCode("Unknown user", 550));
      if (address === refuses.busy) return callback(withCode("Try later", 451));
      return callback();
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString("utf8"),
        });
        callback(null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const { name, password } = smtpUser;
  return {
    url: `smtp://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    received,
    refuses,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function withCode(message: string, responseCode: number): Error {
  return Object.assign(new Error(message), { responseCode });
}
