-- The journal is read latest first, whatever it is filtered by: each filter has an index in that order.
DROP INDEX "AuditEvent_at_idx";
DROP INDEX "AuditEvent_familyId_idx";

CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");
CREATE INDEX "AuditEvent_familyId_at_id_idx" ON "AuditEvent"("familyId", "at", "id");
CREATE INDEX "AuditEvent_accountId_at_id_idx" ON "AuditEvent"("accountId", "at", "id");
CREATE INDEX "AuditEvent_kind_at_id_idx" ON "AuditEvent"("kind", "at", "id");

-- Accounts by the beginnings of their words, as families are found (lib/services/family-search.ts).
CREATE INDEX "Account_words_idx" ON "Account"
    USING gin ("searchWords"("firstName" || ' ' || "lastName" || ' ' || "email"));
