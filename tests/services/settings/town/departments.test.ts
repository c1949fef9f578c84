import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import { saveTownEstablishment } from "@/app/admin/reglages/etablissements/actions";
import { saveTownDepartment } from "@/app/admin/reglages/services/actions";
import { prisma } from "@/lib/db";
import { readScopeChoices } from "@/lib/services/agents/read-agents";
import { readDepartments } from "@/lib/services/settings/departments";
import { readEstablishments } from "@/lib/services/settings/establishments";
import { townAgentProof } from "@/tests/support/actors";
import { bringRowsBack, keepRows } from "@/tests/support/database";
import { anOffice, key, lastEvent, parentsView, sentTo } from "./scenario";

let office: Awaited<ReturnType<typeof anOffice>>;

beforeAll(async () => {
  office = await anOffice();
  await keepRows();
});
beforeEach(bringRowsBack);

const proof = () => townAgentProof(office.agent);

describe("a service of the mairie", () => {
  const typed = { name: "Service enfance", email: "enfance@clairval.example", phone: "0199001430" };

  test("families read its new name and write to its new address", async () => {
    const [service] = await readDepartments(proof());
    const line = { id: service?.id, shown: service?.stamp };
    const answer = saveTownDepartment({ ...typed, ...line, idempotencyKey: key() });
    expect(await sentTo(answer)).toBe(`/admin/reglages/services?enregistre=${service?.id}`);
    expect((await parentsView(office.duponts, "Restauration scolaire")).inscription).toMatchObject({
      departmentName: "Service enfance",
      departmentEmail: "enfance@clairval.example",
    });
    expect(await lastEvent()).toMatchObject({
      kind: "department-changed",
      data: {
        name: { was: "Service éducation", now: "Service enfance" },
        phone: { now: "01 99 00 14 30" },
      },
    });
    expect(
      await saveTownDepartment({ ...typed, name: "Autre", ...line, idempotencyKey: key() }),
    ).toMatchObject({ refusal: "settings-changed" });
  });

  test("bad input is refused at its field, and what was typed is given back without JavaScript", async () => {
    const bad = { name: "S", email: "enfance", phone: "12", idempotencyKey: key() };
    const answer = await saveTownDepartment(bad);
    expect(answer).toMatchObject({
      ok: false,
      fields: {
        name: expect.stringContaining("3"),
        email: expect.stringContaining("adresse électronique"),
        phone: expect.stringContaining("complet"),
      },
    });
    expect(answer).not.toHaveProperty("typed");
    const form = new FormData();
    for (const [name, value] of Object.entries(bad)) form.set(name, value);
    expect(await saveTownDepartment(null, form)).toMatchObject({ typed: { email: "enfance" } });
    const again = { ...typed, name: "service EDUCATION", idempotencyKey: key() };
    expect(await saveTownDepartment(again)).toMatchObject({ refusal: "setting-label-taken" });
    expect(
      await saveTownDepartment({ ...typed, id: 999, shown: "0".repeat(64), idempotencyKey: key() }),
    ).toMatchObject({ refusal: "not-found" });
    expect(await prisma.auditEvent.count()).toBe(0);
  });
});

describe("an establishment", () => {
  test("is added, renamed for families, archived and taken back; nothing of it is lost", async () => {
    await sentTo(saveTownEstablishment({ name: "École Colette", idempotencyKey: key() }));
    const colette = (await readEstablishments(proof())).find(
      ({ setting }) => setting.name === "École Colette",
    );
    expect(colette?.setting.archivedSince).toBeNull();
    const choices = async () =>
      (await readScopeChoices(proof())).establishments.map(({ label }) => label);
    expect(await choices()).toContain("École Colette");
    const line = { id: colette?.id, shown: colette?.stamp };
    await sentTo(
      saveTownEstablishment({
        name: "École Colette",
        archived: "1",
        ...line,
        idempotencyKey: key(),
      }),
    );
    expect(await choices()).not.toContain("École Colette");
    expect(await lastEvent()).toMatchObject({
      kind: "establishment-changed",
      data: { archivedSince: { was: null, now: "2026-11-22" } },
    });

    const { inscription } = await parentsView(office.duponts, "Restauration scolaire");
    const school = (await readEstablishments(proof())).find(
      ({ setting }) => setting.name === inscription.establishmentLabel,
    );
    await sentTo(
      saveTownEstablishment({
        name: "École du Lavoir",
        archived: "1",
        id: school?.id,
        shown: school?.stamp,
        idempotencyKey: key(),
      }),
    );
    const after = await parentsView(office.duponts, "Restauration scolaire");
    expect(after.inscription.establishmentLabel).toBe("École du Lavoir");
  });

  test("bad input: no name, one that is taken, a colleague's save", async () => {
    expect(await saveTownEstablishment({ name: "", idempotencyKey: key() })).toMatchObject({
      fields: { name: expect.any(String) },
    });
    const [first] = await readEstablishments(proof());
    const name = first?.setting.name.toUpperCase();
    expect(await saveTownEstablishment({ name, idempotencyKey: key() })).toMatchObject({
      refusal: "setting-label-taken",
    });
    const stale = { id: first?.id, shown: "0".repeat(64), idempotencyKey: key() };
    expect(await saveTownEstablishment({ name: "Autre école", ...stale })).toMatchObject({
      refusal: "settings-changed",
    });
    expect(
      await saveTownEstablishment({ name: first?.setting.name, ...stale, shown: first?.stamp }),
    ).toMatchObject({ refusal: "settings-unchanged" });
  });
});
