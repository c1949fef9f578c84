-- A file of families: prepared, looked at, then done at once or never.
CREATE TYPE "ImportVerdict" AS ENUM ('added', 'changed', 'same', 'doubtful', 'wrong');
CREATE TYPE "ImportChoice" AS ENUM ('same', 'other');

CREATE TABLE "TownImport" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "headers" JSONB NOT NULL,
    "columns" JSONB NOT NULL,
    "stamp" TEXT,
    "importedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TownImport_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "TownImport_columns_check" CHECK (
        jsonb_typeof("headers") = 'array' AND jsonb_typeof("columns") = 'array'
        AND jsonb_array_length("columns") IN (0, jsonb_array_length("headers"))
    )
);
CREATE INDEX "TownImport_createdAt_idx" ON "TownImport"("createdAt");
ALTER TABLE "TownImport" ADD CONSTRAINT "TownImport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ImportRow" (
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "report" JSONB,
    "verdict" "ImportVerdict",
    "choice" "ImportChoice",

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("importId", "line"),
    CONSTRAINT "ImportRow_line_check" CHECK ("line" > 1),
    CONSTRAINT "ImportRow_report_check" CHECK (("report" IS NULL) = ("verdict" IS NULL))
);
CREATE INDEX "ImportRow_importId_verdict_line_idx" ON "ImportRow"("importId", "verdict", "line");
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "TownImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ImportMapping" (
    "signature" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("signature")
);
