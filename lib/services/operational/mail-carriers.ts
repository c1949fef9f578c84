import "server-only";
import { createTransport } from "nodemailer";
import { Resend } from "resend";
import { env } from "@/lib/env";

/** Where e-mails are handed over; without it they stay in the outbox (demo and tests only). */
export type MailSettings = { readonly from: string } & (
  { readonly apiKey: string; readonly baseUrl?: string } | { readonly smtpUrl: string }
);

/** An e-mail as it is handed over. */
export interface HandedEmail {
  /** Makes a repeat harmless where the carrier knows such keys, and recognisable elsewhere. */
  readonly id: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type Outcome =
  | { readonly sent: true; readonly providerId: string }
  /** `error` never holds an address: it stands in the database and in the log. */
  | { readonly sent: false; readonly error: string; readonly mayRetry: boolean };

/** Hands e-mails over, one after the other. */
export interface MailCarrier {
  readonly hand: (email: HandedEmail) => Promise<Outcome>;
  readonly close: () => void;
}

/** What the environment says: Resend, or a server of the town; null where neither is set. */
export function mailSettings(): MailSettings | null {
  const {
    RESEND_API_KEY: apiKey,
    RESEND_BASE_URL: baseUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: from,
  } = env;
  if (smtpUrl !== undefined) return { smtpUrl, from };
  if (apiKey === undefined) return null;
  return baseUrl === undefined ? { apiKey, from } : { apiKey, baseUrl, from };
}

export function carrierOf(settings: MailSettings): MailCarrier {
  return "smtpUrl" in settings ? smtpCarrier(settings) : resendCarrier(settings);
}

const ANSWER_LIMIT = 20_000;

function withinLimit<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("timeout")), ANSWER_LIMIT);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

const domainOf = (from: string) => /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";

function resendCarrier({
  apiKey,
  baseUrl,
  from,
}: {
  apiKey: string;
  baseUrl?: string;
  from: string;
}): MailCarrier {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    close: () => undefined,
    /** The row's id makes a repeat harmless: it is sent once, with one id. */
    async hand({ id, to, subject, text, html, replyTo }) {
      const headers = { "Message-ID": `<${id}@${domainOf(from)}>`, "X-Entity-Ref-ID": id };
      const message = { from, to, subject, text, html, headers, ...(replyTo && { replyTo }) };
      try {
        const { data, error } = await withinLimit(
          resend.emails.send(message, { idempotencyKey: id }),
        );
        if (data) return { sent: true, providerId: data.id };
        // 400 and 422: the message itself is refused, and would be again.
        const mayRetry = error.statusCode !== 400 && error.statusCode !== 422;
        return { sent: false, error: `${error.name} ${error.statusCode ?? ""}`.trim(), mayRetry };
      } catch (error) {
        return { sent: false, error: nameOf(error), mayRetry: true };
      }
    },
  };
}

/**
 * A server of the town. One connection for a batch, encrypted where the server can (`smtps:`, or STARTTLS).
 * SMTP knows no idempotency: where the answer to a message is lost, it may arrive twice, under one Message-ID.
 */
function smtpCarrier({ smtpUrl, from }: { smtpUrl: string; from: string }): MailCarrier {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: ANSWER_LIMIT,
    greetingTimeout: ANSWER_LIMIT,
    socketTimeout: ANSWER_LIMIT,
    // Nothing is read from disk or fetched, whatever a body says.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    close: () => transport.close(),
    async hand({ id, to, subject, text, html, replyTo }) {
      const messageId = `<${id}@${domainOf(from)}>`;
      const message = { from, to, subject, text, html, messageId, ...(replyTo && { replyTo }) };
      try {
        const { response } = await withinLimit(transport.sendMail(message));
        return { sent: true, providerId: response.slice(0, 200) };
      } catch (error) {
        return refusedBy(error);
      }
    },
  };
}

/** A 5xx to the address or to the message is final; a wrong password is the configuration's, and may be mended. */
function refusedBy(error: unknown): Outcome {
  if (typeof error !== "object" || error === null || !("code" in error))
    return { sent: false, error: nameOf(error), mayRetry: true };
  const status = "responseCode" in error ? Number(error.responseCode) : 0;
  const isOfMessage = error.code === "EENVELOPE" || error.code === "EMESSAGE";
  return {
    sent: false,
    error: `${String(error.code)} ${status === 0 ? "" : status}`.trim(),
    mayRetry: !(isOfMessage && status >= 500),
  };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "unknown");
