import { prisma } from "@/lib/db";

/** The newest link in the outbox for this address. */
export async function linkOf(email: string): Promise<{ link: string; token: string }> {
  const mails = await prisma.outboxEmail.findMany({ where: { to: email } });
  const tokens = await prisma.accountToken.findMany({ orderBy: { createdAt: "asc" } });
  const rank = (hash: string | null) => tokens.findIndex((token) => token.hash === hash);
  const newest = mails
    .filter(({ tokenHash }) => tokenHash !== null)
    .sort((a, b) => rank(a.tokenHash) - rank(b.tokenHash))
    .at(-1);
  const link = /http\S+/.exec(newest?.text ?? "")?.[0] ?? "";
  return { link, token: link.split("/").at(-1) ?? "" };
}
