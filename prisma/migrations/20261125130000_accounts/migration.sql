-- The user name is given once and belongs to one account. Today's stay where nobody shares them: one that
-- several have signs nobody in already, so all of them lose it, whichever was first; they have their address.
ALTER TABLE "Account" ALTER COLUMN "userName" DROP NOT NULL;
UPDATE "Account" a SET "userName" = NULL
 WHERE a."userName" ~ '[@[:space:]]' OR a."userName" = ''
    OR EXISTS (SELECT 1 FROM "Account" b WHERE b."userName" = a."userName" AND b."id" <> a."id");
DROP INDEX "Account_userName_idx";
CREATE UNIQUE INDEX "Account_userName_key" ON "Account"("userName");
-- An address never stands in the place of a name.
ALTER TABLE "Account" ADD CONSTRAINT "Account_userName_is_a_name" CHECK ("userName" !~ '[@[:space:]]' AND "userName" <> '');

-- Sessions that are open stay open until their own end, and are used until then.
ALTER TABLE "Session" ADD COLUMN "lastSeenAt" TIMESTAMPTZ(3),
ADD COLUMN "endsAt" TIMESTAMPTZ(3),
ADD COLUMN "idleSeconds" INTEGER;
UPDATE "Session" SET "lastSeenAt" = "createdAt", "endsAt" = "expiresAt", "idleSeconds" = 43200;
ALTER TABLE "Session" ALTER COLUMN "lastSeenAt" SET NOT NULL,
ALTER COLUMN "endsAt" SET NOT NULL,
ALTER COLUMN "idleSeconds" SET NOT NULL;

ALTER TABLE "AccountToken" ADD COLUMN "createdAt" TIMESTAMPTZ(3);
UPDATE "AccountToken" SET "createdAt" = "expiresAt" - CASE "purpose"
  WHEN 'activation' THEN interval '7 days' WHEN 'reset' THEN interval '10 minutes' WHEN 'emailChange' THEN interval '1 day' END;
ALTER TABLE "AccountToken" ALTER COLUMN "createdAt" SET NOT NULL;

-- Links that have left are blanked; those that wait are blanked when they leave, by their link's hash.
ALTER TABLE "OutboxEmail" ADD COLUMN "tokenHash" TEXT;
UPDATE "OutboxEmail" SET "text" = '', "html" = ''
 WHERE "state" <> 'waiting' AND "text" ~ '/(activation|mot-de-passe|famille/adresse-electronique)/[A-Za-z0-9_-]{43}';
UPDATE "OutboxEmail"
   SET "tokenHash" = encode(sha256(convert_to(
         substring("text" from '/(?:activation|mot-de-passe|famille/adresse-electronique)/([A-Za-z0-9_-]{43})'), 'UTF8')), 'hex')
 WHERE "state" = 'waiting' AND "text" ~ '/(activation|mot-de-passe|famille/adresse-electronique)/[A-Za-z0-9_-]{43}';

CREATE TABLE "SignInEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID,
    "kind" TEXT NOT NULL,
    "userAgent" TEXT,
    "address" TEXT,
    "typed" TEXT,

    CONSTRAINT "SignInEvent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SignInEvent_accountId_at_idx" ON "SignInEvent"("accountId", "at");
CREATE INDEX "SignInEvent_at_idx" ON "SignInEvent"("at");
ALTER TABLE "SignInEvent" ADD CONSTRAINT "SignInEvent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
