import "server-only";
import type { Route } from "next";
import { env } from "@/lib/env";

/**
 * The addresses that leave the portal, whole: what e-mails link to, what a command prints, what a document
 * or a calendar file names. `Route` is Next's own list of the pages: one that moves does not compile here.
 */

/** The host alone: what calendar files sign their events with. Read when asked: a build has no configuration. */
export const publicHost = () => new URL(env.PUBLIC_URL).host;

/** Scheme and host: what browsers say a page is of. */
export const publicOrigin = () => new URL(env.PUBLIC_URL).origin;

/** Where a document's number is verified, as it is printed. */
export const verificationAddress = () => withoutScheme("/verifier");

/** What a family sees first: its coming days, and what the coming months cost. */
export const homeUrl = () => whole("/");

export const requestsUrl = () => whole("/demandes");

export const requestUrl = (number: number) => whole(`/demandes/${number}`);

/** The same for agents. */
export const agentRequestUrl = (number: number) => whole(`/admin/demandes/${number}`);

/** What was just booked or cancelled. */
export const bookingConfirmationUrl = (submissionId: string) =>
  whole(`/demarches/reservations/confirmation/${submissionId}`);

/** What was just authorized. */
export const authorizationsConfirmationUrl = (submissionId: string) =>
  whole(`/demarches/autorisations/confirmation/${submissionId}`);

export const supportingDocumentsUrl = () => whole("/famille/justificatifs");

/** Opened from the mailbox that is to be confirmed. */
export const newEmailUrl = (token: string) => whole(`/famille/adresse-electronique/${token}`);

/** To choose a first password. */
export const activationUrl = (token: string) => whole(`/activation/${token}`);

/** To replace a forgotten one. */
export const newPasswordUrl = (token: string) => whole(`/mot-de-passe/${token}`);

/** To come in without a password. */
export const signInLinkUrl = (token: string) => whole(`/connexion/lien/${token}`);

function whole<T extends string>(path: Route<T>): string {
  return `${env.PUBLIC_URL}${path}`;
}

function withoutScheme<T extends string>(path: Route<T>): string {
  return `${publicHost()}${path}`;
}
