-- A category may be for those who live in the town, or for those who do not: a simulation that says both is told.
ALTER TABLE "TariffCategory" ADD COLUMN "residence" "Residence";
