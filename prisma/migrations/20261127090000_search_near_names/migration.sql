-- Search by names of any alphabet in Latin letters, by phone, and by names that sound alike.

DROP INDEX "Family_words_idx";
DROP INDEX "Guardian_words_idx";
DROP INDEX "Child_words_idx";

-- The words of a text without accents, capitals or punctuation, whatever the server's locale: "Kovačević" is
-- kovacevic, "Şeyma Yılmaz" seyma and yilmaz. Mirrored by searchTokens (lib/services/family-search.ts).
CREATE OR REPLACE FUNCTION "searchWords"("text" TEXT) RETURNS TSVECTOR
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_to_tsvector(array_remove(regexp_split_to_array(
        lower(translate(
            replace(replace(replace(replace(replace(replace(
                regexp_replace(normalize("text", NFD), '[\u0300-\u036f]', '', 'g'),
                'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ẞ', 'ss'),
            'ıİłŁđĐøØðÐ', 'iillddoodd')),
        '[^a-z0-9]+'), ''));

-- A word of searchWords as one hears it: Dupont, Dupond and Duppon are "dupon", Martain is "martin".
CREATE FUNCTION "soundOf"("word" TEXT) RETURNS TEXT
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        regexp_replace(translate(regexp_replace(replace(replace("word", 'ph', 'f'), 'ch', '#'),
            'eaux?|aux?', 'o', 'g'), 'yzh', 'is'),
            'ck|qu|q', 'k', 'g'),
            'c(?=[ei])', 's', 'g'),
            'c', 'k', 'g'),
            'g(?=[ei])', 'j', 'g'),
            '[ae]i(?=[nm])', 'i', 'g'),
            '(.)\1+', '\1', 'g'),
            '^(..+?)[dtsxpe]+$', '\1');

CREATE FUNCTION "soundWords"("text" TEXT) RETURNS TSVECTOR
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT array_to_tsvector(coalesce(array_agg(DISTINCT "soundOf"(w)), '{}'))
            FROM unnest(tsvector_to_array("searchWords"("text"))) w);

-- The nine digits that a phone is told apart by, however it is written; from its end, for the last four.
CREATE FUNCTION "phoneDigits"("phone" TEXT) RETURNS TEXT
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN right(regexp_replace("phone", '\D', '', 'g'), 9);

CREATE INDEX "Family_words_idx" ON "Family" USING gin ("searchWords"("name"));
CREATE INDEX "Guardian_words_idx" ON "Guardian"
    USING gin ("searchWords"("firstName" || ' ' || "lastName" || ' ' || coalesce("email", '')));
CREATE INDEX "Child_words_idx" ON "Child" USING gin ("searchWords"("firstName" || ' ' || "lastName"));
CREATE INDEX "Family_sound_idx" ON "Family" USING gin ("soundWords"("name"));
CREATE INDEX "Guardian_sound_idx" ON "Guardian" USING gin ("soundWords"("firstName" || ' ' || "lastName"));
CREATE INDEX "Child_sound_idx" ON "Child" USING gin ("soundWords"("firstName" || ' ' || "lastName"));
CREATE INDEX "Guardian_phone_idx" ON "Guardian" ("phoneDigits"("phone") text_pattern_ops);
CREATE INDEX "Guardian_phoneEnd_idx" ON "Guardian" (reverse("phoneDigits"("phone")) text_pattern_ops);
CREATE INDEX "Guardian_otherPhone_idx" ON "Guardian" ("phoneDigits"("otherPhone") text_pattern_ops);
CREATE INDEX "Guardian_otherPhoneEnd_idx" ON "Guardian" (reverse("phoneDigits"("otherPhone")) text_pattern_ops);
