-- What the town tells its families, from one day to another.
CREATE TYPE "NewsAudience" AS ENUM ('everyone', 'families', 'activity', 'establishment');

CREATE TABLE "News" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "audience" "NewsAudience" NOT NULL,
    "activityId" INTEGER,
    "establishmentId" INTEGER,

    CONSTRAINT "News_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "News_days_check" CHECK ("firstDay" <= "lastDay"),
    CONSTRAINT "News_readers_check" CHECK (
        ("audience" = 'activity') = ("activityId" IS NOT NULL)
        AND ("audience" = 'establishment') = ("establishmentId" IS NOT NULL)
    )
);

CREATE INDEX "News_lastDay_idx" ON "News"("lastDay");
ALTER TABLE "News" ADD CONSTRAINT "News_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "News" ADD CONSTRAINT "News_establishmentId_fkey" FOREIGN KEY ("establishmentId") REFERENCES "Establishment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
