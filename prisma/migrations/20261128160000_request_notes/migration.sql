-- What agents tell one another about a request.
CREATE TABLE "RequestNote" (
    "id" SERIAL NOT NULL,
    "requestId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorName" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "RequestNote_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RequestNote_text_check" CHECK ("text" <> '')
);

CREATE INDEX "RequestNote_requestId_idx" ON "RequestNote"("requestId");

ALTER TABLE "RequestNote" ADD CONSTRAINT "RequestNote_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ServiceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
