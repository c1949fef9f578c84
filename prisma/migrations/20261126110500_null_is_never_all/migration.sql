-- What is missing never means "every", and nothing becomes missing because something else is deleted: a
-- contact's authorization would have become the child's own, a reservation would have lost its price.
ALTER TABLE "Session" DROP CONSTRAINT "Session_familyId_fkey",
    ADD CONSTRAINT "Session_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Guardian" DROP CONSTRAINT "Guardian_accountId_fkey",
    ADD CONSTRAINT "Guardian_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Unit" DROP CONSTRAINT "Unit_lateUnitOfId_fkey", DROP CONSTRAINT "Unit_paiUnitOfId_fkey",
    ADD CONSTRAINT "Unit_lateUnitOfId_fkey" FOREIGN KEY ("lateUnitOfId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD CONSTRAINT "Unit_paiUnitOfId_fkey" FOREIGN KEY ("paiUnitOfId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FamilyChild" DROP CONSTRAINT "FamilyChild_categoryId_fkey",
    ADD CONSTRAINT "FamilyChild_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "TariffCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Reservation" DROP CONSTRAINT "Reservation_priceId_fkey",
    ADD CONSTRAINT "Reservation_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "Price"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Authorization" DROP CONSTRAINT "Authorization_contactId_fkey",
    ADD CONSTRAINT "Authorization_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AuthorizationChange" DROP CONSTRAINT "AuthorizationChange_contactId_fkey",
    ADD CONSTRAINT "AuthorizationChange_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A reduction of every unit or category says "every": the same prices, said in another way, so what was
-- published may say it too.
ALTER TABLE "TariffVersion" DISABLE TRIGGER "TariffVersion_published";
UPDATE "TariffVersion" SET "reductions" = (
    SELECT coalesce(jsonb_agg(
        r.one
            || CASE WHEN r.one -> 'unitIds' = 'null' THEN '{"unitIds": "every"}' ELSE '{}'::jsonb END
            || CASE WHEN r.one -> 'categoryIds' = 'null' THEN '{"categoryIds": "every"}' ELSE '{}'::jsonb END
        ORDER BY r.position
    ), '[]')
    FROM jsonb_array_elements("reductions") WITH ORDINALITY AS r(one, position)
)
WHERE jsonb_typeof("reductions") = 'array';
ALTER TABLE "TariffVersion" ENABLE TRIGGER "TariffVersion_published";
