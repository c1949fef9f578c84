import { prisma } from "@/lib/db";
import type { FamilyField, FieldRule, FieldRules } from "@/lib/domain/family-file";
import { readFamilyFile } from "@/lib/services/family-file/read-file";
import { readFieldSettings, saveFieldSettings } from "@/lib/services/settings/field-rules";
import {
  aDecisionScenario,
  townAgentContext,
} from "@/tests/services/family-file/decision-scenario";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";

let agent: ReturnType<typeof townAgentContext>;

beforeEach(async () => {
  await emptyTables();
  agent = townAgentContext(await anAccount(prisma, { role: "administrator" }));
});

const withRule = (rules: FieldRules, field: FamilyField, rule: FieldRule): FieldRules => ({
  ...rules,
  [field]: rule,
});

const save = (rules: FieldRules, shown: string) =>
  saveFieldSettings(agent, { rules, shown, idempotencyKey: crypto.randomUUID() });

test("a field that is hidden leaves the families' screens at once, and stays in the file", async () => {
  const { family, child } = await aDecisionScenario();
  await prisma.child.update({ where: { id: child.id }, data: { school: "École Prévert" } });
  const { rules, stamp } = await readFieldSettings(agent.proof);
  const hidden = withRule(rules, "school", { access: "hidden", processing: "examined" });
  expect(await save(hidden, stamp)).toEqual({ ok: true, value: { changed: 1 } });
  const file = await readFamilyFile(guardianContext(family, "2026-11-23T09:00").proof);
  expect(file.children[0]?.fields?.map(({ field }) => field)).not.toContain("school");
  expect((await prisma.child.findFirst({ where: { id: child.id } }))?.school).toBe("École Prévert");
  expect(await prisma.auditEvent.findFirstOrThrow()).toMatchObject({
    kind: "family-file-rules-changed",
    data: { school: { was: "editable, examined", now: "hidden, examined" } },
  });
});

test("nothing changed, a colleague's save, an e-mail address that would be examined: refused", async () => {
  const { rules, stamp } = await readFieldSettings(agent.proof);
  expect(await save(rules, stamp)).toMatchObject({ refusal: "settings-unchanged" });
  const email = withRule(rules, "email", { access: "required", processing: "examined" });
  expect(await save(email, stamp)).toMatchObject({ refusal: "invalid" });
  const shown = withRule(rules, "phone", { access: "shown", processing: "automatic" });
  expect((await save(shown, stamp)).ok).toBe(true);
  expect(await save(rules, stamp)).toMatchObject({ refusal: "settings-changed" });
  expect((await readFieldSettings(agent.proof)).rules.phone.access).toBe("shown");
});
