import type { IncomingHttpHeaders } from "node:http";

export interface ReceivedEmail {
  readonly headers: IncomingHttpHeaders;
  readonly email: {
    readonly to: readonly string[] | string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly reply_to?: string;
  };
}

export interface Mailbox {
  readonly url: string;
  received(count: number): Promise<ReceivedEmail[]>;
  /** Forgets the e-mails that came. */
  empty(): void;
  stop(): Promise<void>;
}

export function startMailbox(): Promise<Mailbox>;
