-- What a family and the service write to one another about a request.
CREATE TYPE "MessageSide" AS ENUM ('family', 'service');

CREATE TABLE "RequestMessage" (
    "id" SERIAL NOT NULL,
    "requestId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "side" "MessageSide" NOT NULL,
    "authorName" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "RequestMessage_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RequestMessage_text_check" CHECK ("text" <> ''),
    CONSTRAINT "RequestMessage_settled_check" CHECK ("settledAt" IS NULL OR "side" = 'family')
);

CREATE INDEX "RequestMessage_requestId_idx" ON "RequestMessage"("requestId");

ALTER TABLE "RequestMessage" ADD CONSTRAINT "RequestMessage_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ServiceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RequestMessage" ADD CONSTRAINT "RequestMessage_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
