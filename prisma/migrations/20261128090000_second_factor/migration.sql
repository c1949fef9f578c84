-- Null: has not signed in as an agent yet, so that the grace has not begun.
ALTER TABLE "Account" ADD COLUMN "factorGraceFrom" TIMESTAMPTZ(3);

ALTER TABLE "Session" ADD COLUMN "factorProvedAt" TIMESTAMPTZ(3);

CREATE TABLE "SecondFactor" (
    "accountId" UUID NOT NULL,
    "secret" BYTEA,
    "setUpAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER,
    "pendingSecret" BYTEA,
    "pendingAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("accountId"),
    CONSTRAINT "SecondFactor_in_force_or_not" CHECK (("secret" IS NULL) = ("setUpAt" IS NULL) AND ("secret" IS NULL) = ("lastStep" IS NULL)),
    CONSTRAINT "SecondFactor_pending_or_not" CHECK (("pendingSecret" IS NULL) = ("pendingAt" IS NULL)),
    CONSTRAINT "SecondFactor_is_something" CHECK ("secret" IS NOT NULL OR "pendingSecret" IS NOT NULL)
);
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "RecoveryCode" (
    "hash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "RecoveryCode_hash_is_one" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
CREATE INDEX "RecoveryCode_accountId_idx" ON "RecoveryCode"("accountId");
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "HalfSession" (
    "hash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "staysSignedIn" BOOLEAN NOT NULL,

    CONSTRAINT "HalfSession_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "HalfSession_hash_is_one" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
CREATE INDEX "HalfSession_accountId_idx" ON "HalfSession"("accountId");
CREATE INDEX "HalfSession_expiresAt_idx" ON "HalfSession"("expiresAt");
ALTER TABLE "HalfSession" ADD CONSTRAINT "HalfSession_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
