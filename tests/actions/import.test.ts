// The file of families over HTTP: sent, led to its report, which is read and downloaded; what is too large is not read.
import { asAccount, asNobody } from "@/tests/support/actors";
import ImportPage from "@/app/admin/import/[id]/page";
import { GET as report } from "@/app/admin/import/[id]/rapport/route";
import { POST } from "@/app/admin/import/envoi/route";
import { GET as template } from "@/app/admin/import/modele/[file]/route";
import { prisma } from "@/lib/db";
import { headerOf, importFields } from "@/lib/domain/town-import/fields";
import { prepareImport } from "@/lib/services/town-import/prepare-import";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import { anImporter, aRow, csvOf } from "@/tests/support/town-import";

const origin = "http://localhost:3000";
const html = { origin, accept: "text/html,*/*;q=0.8" };

beforeAll(async () => {
  await emptyTables();
  await asAccount(await anAccount(prisma, { role: "administrator" }));
});

function formOf(content: string): FormData {
  const form = new FormData();
  form.set("file", new File([content], "familles.csv"));
  form.set("other", new File([], ""));
  form.set("idempotencyKey", crypto.randomUUID());
  return form;
}

async function post(body: BodyInit, headers: Record<string, string> = {}): Promise<string | null> {
  const request = new Request(`${origin}/admin/import/envoi`, {
    method: "POST",
    headers: { ...html, ...headers },
    body,
    duplex: "half",
  } as RequestInit);
  const response = await POST(request, { params: Promise.resolve({}) });
  return response.headers.get("location");
}

test("a file is sent and leads to its report, which can be downloaded", async () => {
  const location = await post(formOf(csvOf([aRow({ schoolClass: "=CP", birthDate: "=1+1" })])));
  const id = /^\/admin\/import\/([0-9a-f-]{36})$/.exec(location ?? "")?.[1] ?? "";
  const props = { params: Promise.resolve({ id }), searchParams: Promise.resolve({}) };
  await expect(ImportPage(props)).resolves.toBeDefined();
  const answer = await report(new Request(origin), props);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(await answer.text()).toMatch(/\r\n2;Erreur;;;;Enfant - Né\(e\) le\u00a0: Donnez une date/);
});

test("the template is read as the template", async () => {
  const get = (file: string) =>
    template(new Request(origin), { params: Promise.resolve({ file }) });
  const csv = await (await get("familles.csv")).text();
  expect(
    csv
      .replace(/^\uFEFF/, "")
      .trim()
      .split(";"),
  ).toEqual(importFields.map(headerOf));
  const workbook = new Uint8Array(await (await get("familles.xlsx")).arrayBuffer());
  const ctx = await anImporter();
  const file = { name: "familles.xlsx", content: workbook, idempotencyKey: crypto.randomUUID() };
  expect(await prepareImport(ctx, file)).toMatchObject({ refusal: "import-empty" });
  expect((await get("autre.xlsx")).status).toBe(404);
});

test("80 MB are refused unread, nothing is no file, and nobody gets nothing", async () => {
  const large = { "content-length": "80000000", "content-type": "multipart/form-data; boundary=x" };
  expect(await post("--x", large)).toBe("/admin/import?erreur=upload-too-large");
  expect(await post(formOf(""))).toBe("/admin/import?erreur=import-file-missing");
  asNobody();
  const params = Promise.resolve({ file: "familles.csv" });
  expect((await template(new Request(origin), { params })).status).toBe(404);
});
