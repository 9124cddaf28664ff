-- Akin claims are found by whole words that begin with a stem. Letters anywhere, as the search asks for them, take the
-- longer the more claims there are: every three letters are in most of a million.
CREATE INDEX claim_words ON claim USING gin (to_tsvector('simple'::regconfig, search_text));
-- So many words are known by how many claims have them, which tells what not to look for.
ALTER INDEX claim_words ALTER COLUMN 1 SET STATISTICS 1000;
