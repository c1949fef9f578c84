-- A cut-off may be hours before the unit begins.
ALTER TABLE "Unit" ADD COLUMN "beginsAt" TEXT,
  ADD CONSTRAINT "Unit_beginsAt_is_a_time" CHECK ("beginsAt" ~ '^([01]\d|2[0-3]):[0-5]\d$');

-- Counts pass over what the town's calendar has no school on, no more over a group's own closures.
UPDATE "Activity" SET "addCutOff" = jsonb_set("addCutOff", '{skip}', '"notSchoolDays"')
  WHERE "addCutOff" ->> 'skip' = 'closedDays';
UPDATE "Activity" SET "removeCutOff" = jsonb_set("removeCutOff", '{skip}', '"notSchoolDays"')
  WHERE "removeCutOff" ->> 'skip' = 'closedDays';
