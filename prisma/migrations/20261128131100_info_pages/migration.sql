-- Pages that everyone reads, with PDF files to download.
CREATE TABLE "InfoPage" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "published" BOOLEAN NOT NULL,

    CONSTRAINT "InfoPage_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "InfoFile" (
    "id" UUID NOT NULL,
    "pageId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InfoFile_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "InfoPage_slug_key" ON "InfoPage"("slug");
CREATE UNIQUE INDEX "InfoFile_pageId_position_key" ON "InfoFile"("pageId", "position");
ALTER TABLE "InfoFile" ADD CONSTRAINT "InfoFile_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "InfoPage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
