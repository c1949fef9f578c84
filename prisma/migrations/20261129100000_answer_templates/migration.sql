-- Short texts that agents start the reason of a refusal from.
CREATE TABLE "AnswerTemplate" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kinds" "RequestKind"[],
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "AnswerTemplate_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AnswerTemplate_name_check" CHECK (char_length("name") BETWEEN 1 AND 60),
    CONSTRAINT "AnswerTemplate_text_check" CHECK (char_length("text") BETWEEN 1 AND 500),
    CONSTRAINT "AnswerTemplate_kinds_check" CHECK (coalesce(cardinality("kinds"), 0) > 0)
);
