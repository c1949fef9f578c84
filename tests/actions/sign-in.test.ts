import { asNobody, withCookies } from "@/tests/support/actors";
import { NextRequest } from "next/server";
import { POST } from "@/app/api/auth/[...nextauth]/route";
import { currentActor } from "@/lib/auth";
import { newCsrfCookie } from "@/lib/auth/csrf";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { anAccount } from "@/tests/support/builders/account";

const PASSWORD = "un mot de passe assez long";
const csrf = newCsrfCookie(env.NEXTAUTH_SECRET);
const token = csrf.split("|")[0] ?? "";

beforeAll(() => anAccount(prisma, { email: "madelaine@exemple.fr", password: PASSWORD }));
beforeEach(async () => {
  asNobody();
  await prisma.throttle.deleteMany();
  withCookies({ "preau-csrf": csrf });
});

/** Posts the sign-in page's form, as a browser without JavaScript does. */
async function submit(fields: Record<string, string>, endpoint = "callback/credentials") {
  const request = new NextRequest(`http://localhost:3000/api/auth/${endpoint}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken: token, callbackUrl: "/", ...fields }).toString(),
  });
  const nextauth = endpoint.split("/");
  const response = await POST(request, { params: Promise.resolve({ nextauth }) });
  const cookies = response.headers.getSetCookie();
  return { status: response.status, location: response.headers.get("location"), cookies };
}
const right = { identifiant: "Madelaine@exemple.fr", motDePasse: PASSWORD };

test("the right password opens a session whose cookie scripts cannot read", async () => {
  const answer = await submit({ ...right, callbackUrl: "/demandes/12?annee=2" });
  expect(answer).toMatchObject({ status: 303, location: "/demandes/12?annee=2" });
  const [cookie, device, ...others] = answer.cookies;
  expect(others).toEqual([]);
  expect(cookie).toMatch(/^preau-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(device).toMatch(
    /^preau-appareil=[^;]+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/,
  );
  withCookies({ "preau-session": /=([^;]+)/.exec(cookie ?? "")?.[1] ?? "" });
  expect(await currentActor()).toMatchObject({ email: "madelaine@exemple.fr" });
});

test.each(["https://evil.example/x", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "does not lead to %s",
  async (callbackUrl) => {
    expect((await submit({ ...right, callbackUrl })).location).toBe("/");
  },
);

test("a wrong password leads back, with what was typed and where one was going", async () => {
  const answer = await submit({ ...right, motDePasse: "faux", callbackUrl: "/demandes" });
  expect(answer.location).toBe("/connexion?erreur=identifiants&retour=%2Fdemandes");
  expect(answer.cookies).toEqual([
    "preau-identifiant=Madelaine%40exemple.fr; Path=/connexion; Max-Age=120; HttpOnly; SameSite=Lax",
  ]);
});

test.each([
  ["a token that is not the cookie's", { csrfToken: "other" }, { "preau-csrf": csrf }],
  ["no cookie", {}, {}],
  ["a cookie that we did not make", { csrfToken: "a" }, { "preau-csrf": "a|b" }],
])("another site cannot sign somebody in: %s", async (_what, fields, cookies) => {
  withCookies(cookies as Record<string, string>);
  const sessions = await prisma.session.count();
  const answer = await submit({ ...right, ...fields });
  expect(answer.location).toBe("/connexion?erreur=formulaire");
  expect(answer.cookies.some((cookie) => cookie.startsWith("preau-session"))).toBe(false);
  expect(await prisma.session.count()).toBe(sessions);
});

test.each(["signout", "session", "signin/credentials", "_log", "callback/other"])(
  "next-auth's %s is closed",
  async (endpoint) => {
    expect((await submit(right, endpoint)).status).toBe(404);
  },
);
