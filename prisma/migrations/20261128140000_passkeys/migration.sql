-- Null: the account never made a passkey.
ALTER TABLE "Account" ADD COLUMN "passkeyHandle" TEXT;
ALTER TABLE "Account" ADD CONSTRAINT "Account_passkeyHandle_is_one" CHECK ("passkeyHandle" ~ '^[A-Za-z0-9_-]{43}$');
CREATE UNIQUE INDEX "Account_passkeyHandle_key" ON "Account"("passkeyHandle");

CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "isSynced" BOOLEAN NOT NULL,
    "isBackedUp" BOOLEAN NOT NULL,
    "aaguid" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Passkey_counter_is_unsigned" CHECK ("counter" BETWEEN 0 AND 4294967295),
    CONSTRAINT "Passkey_backed_up_where_synced" CHECK ("isSynced" OR NOT "isBackedUp"),
    CONSTRAINT "Passkey_label_is_one" CHECK (length("label") BETWEEN 1 AND 60)
);
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");
CREATE INDEX "Passkey_accountId_idx" ON "Passkey"("accountId");
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TYPE "ChallengePurpose" AS ENUM ('register', 'signIn', 'confirm');

CREATE TABLE "PasskeyChallenge" (
    "challenge" TEXT NOT NULL,
    "purpose" "ChallengePurpose" NOT NULL,
    "accountId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("challenge"),
    CONSTRAINT "PasskeyChallenge_of_nobody_to_sign_in" CHECK (("purpose" = 'signIn') = ("accountId" IS NULL))
);
CREATE INDEX "PasskeyChallenge_accountId_idx" ON "PasskeyChallenge"("accountId");
CREATE INDEX "PasskeyChallenge_expiresAt_idx" ON "PasskeyChallenge"("expiresAt");
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
