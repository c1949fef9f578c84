import { NextRequest } from "next/server";
import { csrfTokenOf } from "@/lib/auth/csrf";
import { env } from "@/lib/env";
import { refusalSentence } from "@/lib/sentences";
import { proxy } from "@/proxy";

function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body?: ReadableStream,
) {
  const own = { host: "localhost:3000", ...headers };
  const init = { method, headers: own, ...(body && { body, duplex: "half" as const }) };
  return proxy(new NextRequest(`http://localhost:3000${path}`, init));
}
const forwarded = (response: Response, name: string) =>
  response.headers.get(`x-middleware-request-${name}`);

test("each page has its own nonce, in its policy and for its scripts", async () => {
  const answers = [await ask("/"), await ask("/")];
  const nonces = answers.map(
    (a) => /'nonce-([^']+)'/.exec(a.headers.get("content-security-policy") ?? "")?.[1],
  );
  expect(nonces[0]).not.toBe(nonces[1]);
  answers.forEach((answer, n) => {
    const policy = answer.headers.get("content-security-policy");
    expect(forwarded(answer, "x-nonce")).toBe(nonces[n]);
    expect(forwarded(answer, "content-security-policy")).toBe(policy);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });
});

test("passes the path on, whatever the visitor claims", async () => {
  const answer = await ask("/demandes?page=2", { "x-preau-path": "/evil" });
  expect(forwarded(answer, "x-preau-path")).toBe("/demandes?page=2");
});

test("the sign-in form finds its anti-forgery cookie, at once and for later", async () => {
  const answer = await ask("/connexion");
  const cookie = /^preau-csrf=([^;]+); Path=\/; HttpOnly; SameSite=lax$/i.exec(
    answer.headers.get("set-cookie") ?? "",
  )?.[1];
  const value = decodeURIComponent(cookie ?? "");
  expect(csrfTokenOf(value, env.NEXTAUTH_SECRET)).not.toBeNull();
  expect(decodeURIComponent(forwarded(answer, "cookie") ?? "")).toBe(`preau-csrf=${value}`);
  const again = await ask("/connexion", { cookie: `preau-csrf=${cookie}` });
  expect(again.headers.get("set-cookie")).toBeNull();
  const forged = await ask("/connexion", { cookie: "preau-csrf=a%7Cb" });
  expect(forged.headers.get("set-cookie")).toContain("preau-csrf=");
  // Signing out draws the sign-in page in its own answer: the cookie must be there already.
  expect((await ask("/demandes")).headers.get("set-cookie")).toContain("preau-csrf=");
});

test.each([
  ["a page's form", { accept: "text/html,*/*" }, "text/html; charset=utf-8"],
  [
    "a server action",
    { "next-action": "x", accept: "text/x-component" },
    "text/plain; charset=utf-8",
  ],
  ["a route handler", { accept: "application/json" }, "application/json"],
])("two megabytes: 413 with a French sentence, for %s", async (_what, headers, type) => {
  const given = { "content-length": "2000000", ...headers } as Record<string, string>;
  const answer = await ask("/mot-de-passe", given, "POST");
  expect(answer.status).toBe(413);
  expect(answer.headers.get("content-type")).toBe(type);
  expect(await answer.text()).toContain(refusalSentence["too-large"]);
});

test.each(["/verifier/%ff", "/verifier/%ED%A0%80", "/demandes/%00", "/admin/familles?q=%00"])(
  "an address that is no text is refused: %s",
  async (address) => {
    const answer = await ask(address, { accept: "text/html" });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(refusalSentence["not-found"]);
  },
);

test.each([
  "https://ailleurs.example",
  "null",
  "pas une adresse",
  "http://localhost:3000.evil.example",
])("a write sent by %s is refused before Next sees it", async (origin) => {
  const answer = await ask("/demandes", { origin, "next-action": "x" }, "POST");
  expect(answer.status).toBe(403);
  expect(await answer.text()).toBe(refusalSentence["wrong-origin"]);
  expect((await ask("/demandes", { origin })).status).toBe(200);
});

test("a write of the portal passes, whatever the proxy before it calls itself", async () => {
  const headers = { origin: env.PUBLIC_URL, host: "interne:8080", "x-forwarded-host": "autre" };
  const answer = await ask("/demandes", headers, "POST");
  expect(answer.status).toBe(200);
  expect(forwarded(answer, "x-forwarded-host")).toBe(new URL(env.PUBLIC_URL).host);
});

test("a write of a page that hides its address passes where the browser says that it is ours", async () => {
  const from = (site: string) =>
    ask("/demandes", { origin: "null", "sec-fetch-site": site, "next-action": "x" }, "POST");
  const answer = await from("same-origin");
  expect(answer.status).toBe(200);
  expect(forwarded(answer, "origin")).toBe(env.PUBLIC_URL);
  for (const site of ["cross-site", "same-site", "none"])
    expect((await from(site)).status).toBe(403);
});

test.each([
  [1_000_000, 200],
  [1_000_001, 413],
])("%i bytes that nothing announces: %i", async (bytes, status) => {
  const body = new Blob([new Uint8Array(bytes)]).stream();
  expect((await ask("/mot-de-passe", {}, "POST", body)).status).toBe(status);
});
